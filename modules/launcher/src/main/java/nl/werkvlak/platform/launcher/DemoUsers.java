package nl.werkvlak.platform.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The people and machines that one can try the platform as. The platform makes their secrets and tells them once. */
final class DemoUsers {

    private final PlatformClient platform;
    private final List<Made> made = new ArrayList<>();

    DemoUsers(PlatformClient platform) {
        this.platform = platform;
    }

    /**
     * Somebody who was let in just now.
     *
     * @param role what they may do
     * @param tenant the code of their tenant, or empty
     */
    record Made(String id, String role, String tenant, String secret) {

        boolean isPortal() {
            return role.equals("TENANT_PORTAL");
        }
    }

    /** Lets in whoever is not there yet; empty when all of them are. */
    List<Made> make(Export export) throws IOException {
        account("beheer", "Beheerder", "ADMINISTRATOR", "", "");
        account("fg-werkvlak", "Functionaris gegevensbescherming", "PRIVACY_OFFICER", "", "");
        for (var coach : export.coachCodes().stream().limit(1).toList()) {
            account("coach", "Coach", "COACH", "", coach);
        }
        for (var tenant : export.tenantCodes()) {
            var code = tenant.toLowerCase(Locale.ROOT);
            account("hr-" + code, "HR " + tenant, "TENANT_USER", tenant, "");
            client("portal-" + code, tenant);
        }
        return List.copyOf(made);
    }

    private void account(String login, String name, String role, String tenant, String coach) throws IOException {
        var body =
                Json.createObjectBuilder().add("login", login).add("name", name).add("role", role);
        if (!tenant.isEmpty()) {
            body.add("tenant", tenant);
        }
        if (!coach.isEmpty()) {
            body.add("coach", coach);
        }
        remember("/api/v1/accounts", body.build(), login, role, tenant);
    }

    private void client(String id, String tenant) throws IOException {
        var body = Json.createObjectBuilder()
                .add("id", id)
                .add("role", "TENANT_PORTAL")
                .add("tenant", tenant)
                .build();
        remember("/api/v1/api-clients", body, id, "TENANT_PORTAL", tenant);
    }

    private void remember(String path, JsonObject body, String id, String role, String tenant) throws IOException {
        platform.make(path, body).ifPresent(answer -> made.add(new Made(id, role, tenant, answer.getString("secret"))));
    }
}
