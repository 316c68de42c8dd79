package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.OpenToAll;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.junit.jupiter.api.Test;

class LockTest {

    /** Resources as they must not be, and as they may be. */
    static final class Doors {
        @GET
        public void withoutLock() {}

        @GET
        @Requires(Permission.RUN_READ)
        public void withLock() {}

        @GET
        @OpenToAll("A test knocks here")
        public void open() {}
    }

    @Test
    void every_resource_method_has_exactly_one_lock_and_says_what_it_answers() {
        assertThat(Operation.all()).hasSizeGreaterThan(5).allSatisfy(operation -> {
            var method = operation.method();
            assertThat(method.isAnnotationPresent(Requires.class))
                    .isNotEqualTo(method.isAnnotationPresent(OpenToAll.class));
            assertThat(method.isAnnotationPresent(Answers.class)).isTrue();
        });
    }

    @Test
    void only_the_contract_and_the_schemas_of_reports_are_open_to_all() {
        assertThat(Operation.all().filter(Operation::isOpen))
                .extracting(Operation::toString)
                .containsExactlyInAnyOrder("get /openapi.json", "get /report-schemas/{kind}");
    }

    @Test
    void every_resource_of_the_room_is_served() {
        var resources = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("nl.werkvlak.platform.api")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(resources)
                .isEqualTo(ApiApplication.RESOURCES.stream().map(Class::getName).collect(Collectors.toSet()));
    }

    @Test
    void a_method_without_a_lock_is_shut_to_everybody() throws Exception {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PermissionFilter.demandedBy(door("withoutLock")))
                .returns(Refusal.Kind.FORBIDDEN, Refusal::kind);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PermissionFilter.demandedBy(null));
        assertThat(PermissionFilter.demandedBy(door("withLock"))).isEqualTo(Permission.RUN_READ);
    }

    @Test
    void who_is_not_known_passes_an_open_door_only() throws Exception {
        PermissionFilter.check(door("open"));
        assertThatExceptionOfType(NotAuthenticated.class).isThrownBy(() -> PermissionFilter.check(door("withLock")));
        assertThatExceptionOfType(NotAuthenticated.class).isThrownBy(() -> PermissionFilter.check(door("withoutLock")));
    }

    private static Method door(String name) throws NoSuchMethodException {
        return Doors.class.getDeclaredMethod(name);
    }
}
