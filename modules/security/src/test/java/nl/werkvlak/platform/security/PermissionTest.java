package nl.werkvlak.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TENANT_PORTAL   | report:pull",
                "TENANT_USER     | report:pull",
                "COACH           | agreement:write concept:read concept:show sign-off:write text:check text:review",
                "PRIVACY_OFFICER | commission:read commission:write decision:read disclosure:read import:read matrix:approve text:check text:review"
                        + " matrix:propose matrix:read permission:read register:read register:write report:read report-preview:read"
                        + " run:read legal-basis:read legal-basis:write objection:read objection:write"
                        + " restriction:read restriction:write request:assess concept-preview:read concept-preview:write"
                        + " statutory-request:read statutory-request:write"
                        + " document:read document:write smallest-cell:read smallest-cell:write",
                "ADMINISTRATOR   | account:write commission:read import:read import:write letterhead:write mail-address:read mail-address:write matrix:read permission:read"
                        + " register:read report-preview:read run:read run:start smallest-cell:read"
            })
    void each_role_may_do_exactly_this(Role role, String permissions) {
        assertThat(Permission.codesFor(role)).containsExactlyInAnyOrder(permissions.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoever_serves_a_tenant_may_only_pull(Role role) {
        var permitted = Arrays.stream(Permission.values())
                .filter(permission -> permission.isFor(role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        assertThat(role.isOfTenant()).isEqualTo(permitted.equals(EnumSet.of(Permission.REPORT_PULL)));
    }

    @Test
    void codes_are_unique_and_name_one_thing_and_one_verb() {
        var codes = Arrays.stream(Permission.values()).map(Permission::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z-]+:[a-z]+"));
    }
}
