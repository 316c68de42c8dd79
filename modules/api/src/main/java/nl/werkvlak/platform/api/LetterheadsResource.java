package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.Letterheads;
import nl.werkvlak.platform.tenancy.Logo;
import org.jspecify.annotations.Nullable;

/** How the reports of a tenant show whose they are: its colour and its logo. */
@Dependent
@Path("letterheads")
@Produces(MediaType.APPLICATION_JSON)
public class LetterheadsResource {

    /** Bytes of a picture. */
    private static final int LARGEST = 1 << 20;

    private final Letterheads letterheads;
    private final Registrar registrar;

    @Inject
    LetterheadsResource(Letterheads letterheads, Registrar registrar) {
        this.letterheads = letterheads;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadView.class,
            otherwise = {400, 404})
    public LetterheadView get(@QueryParam("tenant") @Nullable String tenant) {
        return view(registrar.tenant(tenant));
    }

    /** Who changed it, when, and into what; the last change first. */
    @GET
    @Path("history")
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadHistory.class,
            otherwise = {400, 404})
    public LetterheadHistory history(@QueryParam("tenant") @Nullable String tenant) {
        return new LetterheadHistory(letterheads.changes(registrar.tenant(tenant)).stream()
                .map(LetterheadChangeView::of)
                .toList());
    }

    @POST
    @Path("brand-colour")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadView.class,
            otherwise = {400, 404, 413, 415})
    public LetterheadView colour(@QueryParam("tenant") @Nullable String tenant, ChooseColour body) {
        var of = registrar.tenant(tenant);
        letterheads.colour(of, body.brandColour(), Doorkeeper.callerId());
        return view(of);
    }

    @POST
    @Path("brand-colour/removal")
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadView.class,
            otherwise = {400, 404})
    public LetterheadView removeColour(@QueryParam("tenant") @Nullable String tenant) {
        var of = registrar.tenant(tenant);
        letterheads.colour(of, null, Doorkeeper.callerId());
        return view(of);
    }

    @POST
    @Path("logo")
    @Consumes({"image/png", "image/jpeg"})
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadView.class,
            otherwise = {400, 404, 413, 415})
    public LetterheadView logo(@QueryParam("tenant") @Nullable String tenant, InputStream body) throws IOException {
        var of = registrar.tenant(tenant);
        var file = body.readNBytes(LARGEST + 1);
        if (file.length > LARGEST) {
            throw new TooLarge();
        }
        letterheads.logo(of, Logo.drawn(file), Doorkeeper.callerId());
        return view(of);
    }

    @POST
    @Path("logo/removal")
    @Requires(Permission.LETTERHEAD_WRITE)
    @Answers(
            status = 200,
            body = LetterheadView.class,
            otherwise = {400, 404})
    public LetterheadView removeLogo(@QueryParam("tenant") @Nullable String tenant) {
        var of = registrar.tenant(tenant);
        letterheads.logo(of, null, Doorkeeper.callerId());
        return view(of);
    }

    private LetterheadView view(TenantId tenant) {
        return LetterheadView.of(letterheads.get(tenant));
    }
}
