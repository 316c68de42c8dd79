package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.DocumentType;
import nl.werkvlak.platform.trajectory.FileDocument;
import nl.werkvlak.platform.trajectory.Product;
import nl.werkvlak.platform.trajectory.SpecialGround;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import org.jspecify.annotations.Nullable;

/** Turns the phrases of a case into facts; what no phrase names is in order. */
final class CaseFacts {

    private final FactsBuilder facts;
    private boolean isWithoutBasis;

    CaseFacts(RecipientKind recipient) {
        facts = FactsBuilder.aTrajectoryFor(recipient);
    }

    FactsBuilder builder() {
        return isWithoutBasis ? facts.withoutBasis() : facts;
    }

    void read(Words words) {
        if (words.takes("-")) {
            // Everything is in order.
        } else if (words.takes("geen grondslag")) {
            isWithoutBasis = true;
        } else if (words.takes("grondslag")) {
            facts.on(basis(words));
        } else if (words.takes("bezwaar")) {
            facts.with(objection(words));
        } else if (words.takes("beperking")) {
            facts.with(restriction(words));
        } else if (words.takes("reikwijdte")) {
            facts.scope(categories(words));
        } else if (words.takes("product")) {
            facts.product(words.one(Product.class));
        } else if (words.takes("niet wegens ziekte")) {
            facts.sicknessRelated(false);
        } else if (words.takes("bijzondere grond")) {
            facts.specialGround(words.takes("geen") ? null : words.one(SpecialGround.class));
        } else if (words.takes("geheimhouding")) {
            facts.secrecySignedAt(words.takes("geen") ? null : words.moment());
        } else if (words.takes("concept niet getoond")) {
            facts.conceptShownAt(null).conceptExcusedAt(words.takes("met reden") ? words.moment() : null);
        } else if (words.takes("concept getoond")) {
            facts.conceptShownAt(words.moment());
        } else if (words.takes("belastbaarheid")) {
            facts.capacityStatedOver(words.takes("geen") ? new Period[0] : new Period[] {days(words)});
        } else if (words.takes("geboren")) {
            facts.bornOn(words.day());
        } else if (words.takes("geëindigd")) {
            facts.endedOn(words.day());
        } else if (words.takes("nieuwe afspraken")) {
            facts.with(terms(words));
        } else if (words.takes("document")) {
            facts.with(document(words));
        } else if (words.takes("wettelijk verzoek")) {
            var receivedAt = words.moment();
            words.demand("om");
            facts.with(new StatutoryRequest(FactsBuilder.CLIENT, words.some(DataCategory.class), "brief", receivedAt));
        } else if (words.takes("bewaartermijn")) {
            facts.with(retention(words));
        }
        if (!words.isEmpty()) {
            throw words.unknown();
        }
    }

    private static BasisBuilder basis(Words words) {
        var letter = words.next();
        var ground = Ground.ofLetter(letter).orElseThrow(() -> words.refused("'" + letter + "' is geen letter a-f"));
        var basis = BasisBuilder.aBasis(words.next(), ground)
                .personal(ground == Ground.LEGAL_OBLIGATION || ground == Ground.CONTRACT || ground == Ground.CONSENT);
        if (ground == Ground.CONSENT) {
            basis.withdrawnAt(null);
        }
        while (!words.isEmpty()) {
            if (words.takes("voor de opdracht")) {
                basis.personal(false);
            } else if (words.takes("voor de betrokkene")) {
                basis.personal(true);
            } else if (words.takes("vanaf")) {
                basis.from(words.day().toString());
            } else if (words.takes("tot en met")) {
                basis.through(words.day());
            } else if (words.takes("doelen")) {
                basis.forPurposes(words.some(Purpose.class));
            } else if (words.takes("over")) {
                basis.forCategories(words.some(DataCategory.class));
            } else if (words.takes("ingetrokken")) {
                basis.consent(new LegalBasis.Consent(Period.startOf(LocalDate.of(2026, 1, 1)), words.moment()));
            } else if (words.takes("afgewogen")) {
                basis.balancing(balancing(words));
            } else {
                throw words.unknown();
            }
        }
        return basis;
    }

    private static LegalBasis.Balancing balancing(Words words) {
        var decidedAt = words.moment();
        var isAgainst = words.takes("in het nadeel");
        return new LegalBasis.Balancing(!isAgainst, decidedAt, words.takes("met het kind"));
    }

    private static Objection objection(Words words) {
        var receivedAt = words.moment();
        Set<Purpose> purposes = words.takes("doelen") ? words.some(Purpose.class) : Set.of();
        if (words.takes("afgewezen")) {
            return objection(purposes, receivedAt, words.moment(), Objection.Outcome.OVERRIDDEN);
        }
        if (words.takes("gegrond")) {
            return objection(purposes, receivedAt, words.moment(), Objection.Outcome.UPHELD);
        }
        return objection(purposes, receivedAt, null, null);
    }

    private static Objection objection(
            Set<Purpose> purposes,
            Instant receivedAt,
            @Nullable Instant decidedAt,
            Objection.@Nullable Outcome outcome) {
        return new Objection(FactsBuilder.CLIENT, purposes, receivedAt, decidedAt, outcome);
    }

    private static Restriction restriction(Words words) {
        var imposedAt = words.moment();
        var period = new Period(imposedAt, words.takes("opgeheven") ? words.moment() : null);
        Set<DataCategory> categories = words.takes("over") ? words.some(DataCategory.class) : Set.of();
        Set<Purpose> exempted = words.takes("behalve") ? words.some(Purpose.class) : Set.of();
        return new Restriction(FactsBuilder.CLIENT, categories, period, exempted);
    }

    private static Set<DataCategory> categories(Words words) {
        if (words.takes("zonder")) {
            return EnumSet.complementOf(EnumSet.copyOf(words.some(DataCategory.class)));
        }
        return words.some(DataCategory.class);
    }

    private static Period days(Words words) {
        var first = words.day();
        return Period.ofDays(first, words.takes("tot en met") ? words.day() : null);
    }

    private static CommissionTerms terms(Words words) {
        var from = words.moment();
        Set<DataCategory> scope = words.takes("reikwijdte") ? categories(words) : EnumSet.allOf(DataCategory.class);
        var isSicknessRelated = !words.takes("niet wegens ziekte");
        var ground = words.takes("bijzondere grond") ? words.one(SpecialGround.class) : null;
        var secrecy = words.takes("geheimhouding") ? words.moment() : null;
        return new CommissionTerms(from, scope, isSicknessRelated, ground, secrecy);
    }

    private static FileDocument document(Words words) {
        var type = words.one(DocumentType.class);
        var releasedAt = words.takes("vrijgegeven") ? words.moment() : null;
        if (!words.takes("gescand")) {
            return new FileDocument(new UUID(0, 1), type, releasedAt, null, null);
        }
        var scannedAt = words.moment();
        return new FileDocument(new UUID(0, 1), type, releasedAt, scannedAt, words.one(FileDocument.ScanOutcome.class));
    }

    private static RetentionOverride retention(Words words) {
        var category = words.one(DataCategory.class);
        var months = words.number();
        words.demand("maanden vanaf");
        return new RetentionOverride(category, words.moment(), months, "afspraak");
    }
}
