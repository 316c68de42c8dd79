package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.ReceivedReports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * Who was told about a client, for the privacy officer who answers that client (GDPR 15(1)(c)). The address holds the id of
 * the client and never the number, which people know.
 */
@Named("receivedPage")
@RequestScoped
@Requires(Permission.DISCLOSURE_READ)
public class ReceivedPage {

    private static final int SHOWN = 20;
    private static final String TENANT = "tenant";
    private static final String CLIENT = "client";
    private static final String NUMBER = "number";

    @Inject
    private Tenants tenants;

    @Inject
    private ReceivedReports received;

    private @Nullable String tenant;
    private @Nullable String number;
    private ReceivedReports.@Nullable Answer answer;

    public List<Tenants.Tenant> tenants() {
        return tenants.all();
    }

    public @Nullable String getTenant() {
        return tenant != null || !isAsked()
                ? tenant
                : tenants.find(asked()).map(Tenants.Tenant::code).orElse(null);
    }

    public void setTenant(@Nullable String tenant) {
        this.tenant = tenant;
    }

    public @Nullable String getNumber() {
        return number != null || !isAsked() ? number : answer().client();
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    /** A client was chosen. */
    public boolean isAsked() {
        return Here.parameter(CLIENT).isPresent();
    }

    private static TenantId asked() {
        return new TenantId(Here.uuid(TENANT));
    }

    public ReceivedReports.Answer answer() {
        if (answer == null) {
            var after = Here.parameter("after").flatMap(ReportList::placeIn).orElse(null);
            answer = received.about(asked(), Here.uuid(CLIENT), after, SHOWN);
        }
        return answer;
    }

    /** The way to the next page, or nothing. */
    public String next() {
        var next = answer().reports().next();
        return next == null ? "" : address(asked(), Here.uuid(CLIENT)) + "&after=" + ReportList.placed(next);
    }

    @Requires(Permission.DISCLOSURE_READ)
    public void find() {
        var of = tenants.called(String.valueOf(tenant));
        if (of.isEmpty()) {
            Here.problemAt(TENANT, Texts.say(Here.locale(), "oversight.tenant.required"));
            return;
        }
        if (number == null || number.isBlank()) {
            Here.problemAt(NUMBER, Texts.say(Here.locale(), "received.number.required"));
            return;
        }
        try {
            var client = received.client(of.get().id(), number.strip());
            Here.go(Entrance.RECEIVED, address(of.get().id(), client));
        } catch (Refusal refusal) {
            Here.problemAt(NUMBER, Texts.of(refusal));
        }
    }

    private static String address(TenantId tenant, UUID client) {
        return "?tenant=" + tenant + "&client=" + client;
    }
}
