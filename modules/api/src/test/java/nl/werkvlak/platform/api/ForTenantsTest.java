package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForTenantsTest {

    /** Bodies as they must not be. */
    record Talkative(@NoPersonalData String number, String name) {}

    record Within(@NoPersonalData List<Talkative> people) {}

    static Stream<Operation> operations_that_a_tenant_may_call() {
        return Operation.all().filter(ForTenantsTest::isForATenant);
    }

    @ParameterizedTest
    @MethodSource("operations_that_a_tenant_may_call")
    void answer_with_bodies_of_which_every_part_says_that_it_is_about_nobody(Operation operation) {
        var body = operation.answers().body();
        if (body != void.class) {
            assertThat(ForTenants.unsaid(body))
                    .as("annotate the part with @NoPersonalData if it says nothing about a person; if it does, it"
                            + " leaves in a report through the gate, and not here")
                    .isEmpty();
        }
    }

    @Test
    void and_so_does_every_error() {
        assertThat(ForTenants.unsaid(Problem.class)).isEmpty();
    }

    @Test
    void a_part_that_says_nothing_stops_the_whole_body() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ForTenants.demand(Talkative.class))
                .withMessageContaining("Talkative.name");
    }

    @Test
    void a_record_in_a_list_is_looked_into_whatever_the_list_says() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ForTenants.demand(Within.class));
    }

    @Test
    void there_are_operations_for_tenants_and_others() {
        assertThat(operations_that_a_tenant_may_call()).isNotEmpty();
        assertThat(Operation.all().filter(operation -> !isForATenant(operation)))
                .isNotEmpty();
    }

    private static boolean isForATenant(Operation operation) {
        var required = operation.method().getAnnotation(Requires.class);
        return required != null
                && Arrays.stream(Role.values())
                        .filter(Role::isOfTenant)
                        .anyMatch(role -> required.value().isFor(role));
    }
}
