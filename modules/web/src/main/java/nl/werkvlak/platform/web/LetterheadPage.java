package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.tenancy.BrandColour;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.LetterheadChange;
import nl.werkvlak.platform.tenancy.Letterheads;
import nl.werkvlak.platform.tenancy.Logo;
import nl.werkvlak.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** How the reports of one tenant show whose they are, who made it so, and where that is changed. */
@Named("letterheadPage")
@RequestScoped
@Requires(Permission.LETTERHEAD_WRITE)
public class LetterheadPage {

    private static final String COLOUR = "colour";
    private static final String LOGO = "logo";

    @Inject
    private Tenants tenants;

    @Inject
    private Letterheads letterheads;

    private Tenants.@Nullable Tenant tenant;
    private @Nullable Letterhead letterhead;
    private @Nullable String colour;
    private @Nullable Part logo;

    public List<Tenants.Tenant> tenants() {
        return tenants.all();
    }

    /** Of the tenant in the address; empty as long as none was chosen. */
    public String code() {
        return Here.parameter("tenant").orElse("");
    }

    public Tenants.Tenant tenant() {
        if (tenant == null) {
            tenant = tenants.called(code()).orElseThrow(() -> Refusal.unknown("tenant", "There is no such tenant."));
        }
        return tenant;
    }

    private Letterhead letterhead() {
        if (letterhead == null) {
            letterhead = letterheads.get(tenant().id());
        }
        return letterhead;
    }

    public boolean isColoured() {
        return letterhead().brandColour() != null;
    }

    /** The colour that was chosen, or Werkvlak's own. */
    public String chosen() {
        var chosen = letterhead().brandColour();
        return chosen == null ? printed() : chosen;
    }

    /** The colour that reports are printed in. */
    public String printed() {
        return BrandColour.onPaper(letterhead().brandColour());
    }

    /** What was chosen cannot be read on white. */
    public boolean isDarkened() {
        return !printed().equals(chosen());
    }

    /** Of what was chosen, with white; never said to be more than it is. */
    public String contrast() {
        return number(BrandColour.contrastOnWhite(chosen()));
    }

    public String needed() {
        return number(BrandColour.READABLE);
    }

    private static String number(double number) {
        var format = NumberFormat.getNumberInstance(Here.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(number);
    }

    public boolean isWithLogo() {
        return letterhead().logo() != null;
    }

    public List<LetterheadChange> changes() {
        return letterheads.changes(tenant().id());
    }

    public @Nullable String getColour() {
        return colour == null ? letterhead().brandColour() : colour;
    }

    public void setColour(@Nullable String colour) {
        this.colour = colour;
    }

    public @Nullable Part getLogo() {
        return logo;
    }

    public void setLogo(@Nullable Part logo) {
        this.logo = logo;
    }

    public long limitInBytes() {
        return DoorFilter.LARGEST_PICTURE;
    }

    @Requires(Permission.LETTERHEAD_WRITE)
    public void chooseColour() {
        var typed = colour == null ? "" : colour.strip().toLowerCase(Locale.ROOT);
        change(COLOUR, () -> letterheads.colour(tenant().id(), typed, by()), "letterhead.colour.done");
    }

    @Requires(Permission.LETTERHEAD_WRITE)
    public void removeColour() {
        change(COLOUR, () -> letterheads.colour(tenant().id(), null, by()), "letterhead.colour.removed");
    }

    @Requires(Permission.LETTERHEAD_WRITE)
    public void chooseLogo() throws IOException {
        if (logo == null || logo.getSize() == 0) {
            Here.problemAt(LOGO, Texts.say(Here.locale(), "letterhead.logo.required"));
            return;
        }
        if (logo.getSize() > DoorFilter.LARGEST_PICTURE) {
            Here.problemAt(LOGO, Texts.refusal(Here.locale(), "picture-too-large"));
            return;
        }
        byte[] file;
        try (var content = logo.getInputStream()) {
            file = content.readAllBytes();
        }
        change(LOGO, () -> letterheads.logo(tenant().id(), Logo.drawn(file), by()), "letterhead.logo.done");
    }

    @Requires(Permission.LETTERHEAD_WRITE)
    public void removeLogo() {
        change(LOGO, () -> letterheads.logo(tenant().id(), null, by()), "letterhead.logo.removed");
    }

    private void change(String field, Runnable change, String done) {
        try {
            change.run();
            Here.visit().leave(done);
            Here.go(Entrance.LETTERHEAD, "?tenant=" + tenant().code());
        } catch (Refusal refusal) {
            Here.problemAt(field, Texts.of(refusal));
        }
    }

    private static String by() {
        return Here.caller().id();
    }
}
