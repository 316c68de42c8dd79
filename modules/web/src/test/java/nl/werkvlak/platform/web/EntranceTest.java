package nl.werkvlak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.OpenToAll;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.security.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {

    private static final List<Class<? extends Annotation>> ANSWERS =
            List.of(Requires.class, SignedIn.class, OpenToAll.class);

    @Nested
    class Every_entrance {

        @ParameterizedTest
        @EnumSource(Entrance.class)
        void says_in_exactly_one_way_who_may_come_in(Entrance entrance) {
            assertThat(ANSWERS)
                    .filteredOn(answer -> entrance.behind().isAnnotationPresent(answer))
                    .hasSize(1);
        }

        @Test
        void that_is_open_to_all_is_the_login_and_nothing_else() {
            assertThat(Entrance.values()).filteredOn(Entrance::isOpen).containsExactly(Entrance.LOGIN);
        }
    }

    @Nested
    class Every_page {

        @Test
        void has_an_entrance_but_the_one_for_errors() {
            var withEntrance = Stream.of(Entrance.values())
                    .filter(entrance -> entrance.behind().isAnnotationPresent(Named.class))
                    .map(entrance -> entrance.path().substring(1))
                    .collect(Collectors.toSet());
            withEntrance.add("error");
            assertThat(Views.pages()).containsExactlyInAnyOrderElementsOf(withEntrance);
        }

        @Test
        void names_a_permission_for_each_of_its_actions() throws IOException {
            var beans = classes().stream()
                    .filter(type -> type.isAnnotationPresent(Named.class))
                    .collect(Collectors.toMap(
                            type -> type.getAnnotation(Named.class).value(), Function.identity()));
            var actions = Views.found("action=\"#\\{(\\w+)\\.(\\w+)\\(\\)}\"").toList();
            assertThat(actions)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(action -> assertThat(PermittedActions.declaration(
                                    Objects.requireNonNull(beans.get(action.group(1))), action.group(2)))
                            .describedAs(action.group())
                            .isPresent());
            assertThat(Views.found("<h:command\\w+")).hasSameSizeAs(actions);
        }

        @Test
        void runs_no_script_and_sets_no_style_of_its_own() {
            assertThat(Views.found(
                            " style=| on[a-z]+=|<style|javascript:|<h:commandLink|<f:ajax|https?://(?!www.w3.org)"))
                    .isEmpty();
        }

        @Test
        void carries_the_token_of_the_visit_in_each_form_that_is_sent() {
            var sent = Views.found("(<h:form|method=\"post\")").count();
            assertThat(Views.found("name=\"token\"").count()).isEqualTo(sent - 1);
        }
    }

    @Nested
    class Every_servlet {

        @Test
        void has_an_entrance_at_its_own_address() throws IOException {
            assertThat(classes())
                    .filteredOn(type -> type.isAnnotationPresent(WebServlet.class))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(type -> assertThat(Entrance.at(
                                    type.getAnnotation(WebServlet.class).value()[0]))
                            .map(entrance -> (Object) entrance.behind())
                            .contains(type));
        }
    }

    @Nested
    class An_address_that_is_not_listed {

        @ParameterizedTest
        @ValueSource(strings = {"/runs.xhtml", "/Runs", "/runs/", "/error.xhtml", "/WEB-INF/layout.xhtml", "/run;x=1"})
        void leads_nowhere(String path) {
            assertThat(Entrance.at(path)).isEmpty();
        }
    }

    @Nested
    class The_menu {

        @Test
        void of_an_administrator_has_runs_and_imports_but_no_reports() {
            assertThat(menu(Role.ADMINISTRATOR))
                    .containsExactly(
                            Entrance.HOME, Entrance.RUNS, Entrance.IMPORTS, Entrance.LETTERHEAD, Entrance.PERMISSIONS);
        }

        @Test
        void of_a_privacy_officer_has_oversight_and_who_received_what() {
            assertThat(menu(Role.PRIVACY_OFFICER))
                    .containsExactly(
                            Entrance.HOME,
                            Entrance.RUNS,
                            Entrance.OVERSIGHT,
                            Entrance.RECEIVED,
                            Entrance.IMPORTS,
                            Entrance.PERMISSIONS);
        }

        @Test
        void of_a_tenant_user_has_the_reports_and_nothing_of_the_platform() {
            assertThat(menu(Role.TENANT_USER)).containsExactly(Entrance.HOME, Entrance.REPORTS);
        }

        @Test
        void of_a_coach_has_what_waits_for_a_signature_and_what_comes_next() {
            assertThat(menu(Role.COACH)).containsExactly(Entrance.HOME, Entrance.SIGN_OFF, Entrance.AGREEMENTS);
        }

        private List<Entrance> menu(Role role) {
            var tenant = role.isOfTenant() ? UUID.randomUUID() : null;
            return Entrance.menuOf(new Caller(UUID.randomUUID().toString(), "A. Reader", role, tenant, null));
        }
    }

    private static List<Class<?>> classes() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/nl/werkvlak/platform/web"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .<Class<?>>map(EntranceTest::named)
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName("nl.werkvlak.platform.web." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
