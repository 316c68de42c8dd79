package nl.werkvlak.platform.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people and machines that one can try the platform as. The platform makes their secrets and tells them once.
 *
 * <p>When a start breaks between making and telling, nobody knows them; so those who were not told get new ones.
 */
final class DemoUsers {

    private static final String ACCOUNTS = "/api/v1/accounts";

    private final PlatformClient platform;
    private final Set<String> told;
    private final List<Made> made = new ArrayList<>();

    /** Told are those whose secret was shown at an earlier start. */
    DemoUsers(PlatformClient platform, Set<String> told) {
        this.platform = platform;
        this.told = told;
    }

    /**
     * Somebody whose secret is new.
     *
     * @param role what they may do
     * @param tenant the code of their tenant, or empty
     */
    record Made(String id, String role, String tenant, String secret) {

        boolean isPortal() {
            return role.equals("TENANT_PORTAL");
        }
    }

    /** Lets in whoever was not told yet; empty when all of them were. */
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
        remember(ACCOUNTS, body.build(), login, role, tenant);
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
        if (told.contains(id)) {
            return;
        }
        var answer = platform.make(path, body);
        if (answer.isEmpty()) {
            answer = platform.make(path + "/" + knownAs(path, id) + "/secret", JsonValue.EMPTY_JSON_OBJECT);
        }
        answer.ifPresent(issued -> made.add(new Made(id, role, tenant, issued.getString("secret"))));
    }

    /** An account has an id of its own beside its login, a client has not. */
    private String knownAs(String path, String id) throws IOException {
        return path.equals(ACCOUNTS)
                ? platform.get(ACCOUNTS + "?login=" + id)
                        .getJsonArray("accounts")
                        .getJsonObject(0)
                        .getString("id")
                : id;
    }
}
