package nl.werkvlak.platform.legalbasis;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.Text;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.legalbasis.RecordedBasis.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * What cannot hold of a legal basis, each with its reason and the field that is wrong: the same for one that is recorded
 * here and for one that an import brings.
 */
public final class BasisRules {

    /** Consent lifts no ban on these (GDPR 9 and 10, UAVG 46): in a hierarchy it is hardly ever free. */
    private static final Set<DataCategory> NEVER_BY_CONSENT =
            EnumSet.of(DataCategory.BSN, DataCategory.HEALTH, DataCategory.SPECIAL, DataCategory.CRIMINAL);

    /** UAVG 5(1): under this age the representative consents. */
    private static final int CONSENTS_FROM = 16;

    /** UAVG 5(3)(b): from this age one withdraws oneself, whoever consented. */
    private static final int WITHDRAWS_FROM = 12;

    private BasisRules() {}

    /**
     * Refuses what can never be a basis, whoever records it.
     *
     * @param recipients who receives what it covers; none when that is unknown
     */
    public static void demandHolds(BasisTerms terms, Set<RecipientKind> recipients) {
        demandEligible(terms);
        demandWithin(terms, recipients);
    }

    /**
     * Who a basis is about, and who would receive.
     *
     * @param person absent for a basis of a whole commission
     */
    record Reach(Set<RecipientKind> recipients, @Nullable Person person) {}

    record Person(LocalDate birthDate, boolean isRepresented) {}

    /** What the terms tell by themselves. */
    static BasisTerms checked(BasisTerms terms, Change change) {
        var number = Text.demand("number", terms.number(), 60);
        var evidence = Text.demand("evidence", terms.evidence(), 500);
        demand(
                (terms.client() == null) != (terms.commission() == null),
                "client",
                "scope-not-one",
                "A basis covers one client, or one commission: name exactly one of them.");
        demand(!terms.purposes().isEmpty(), "purposes", "nothing-chosen", "Name at least one purpose.");
        demand(!terms.categories().isEmpty(), "categories", "nothing-chosen", "Name at least one category.");
        demandOrder(terms.firstDay(), terms.lastDay());
        demandEligible(terms);
        var consent = terms.consent();
        demand(
                (terms.ground() == Ground.CONSENT) == (consent != null),
                "consentText",
                "consent-and-letter",
                "A consent is described exactly for letter f: the text, when it was given, and by whom.");
        return new BasisTerms(
                number,
                terms.client(),
                terms.commission(),
                terms.ground(),
                terms.purposes(),
                terms.categories(),
                terms.firstDay(),
                terms.lastDay(),
                evidence,
                consent == null ? null : checked(consent, change));
    }

    private static ConsentGiven checked(ConsentGiven consent, Change change) {
        var text = consent.text() == null ? "" : consent.text();
        change.demandPast("consentGivenOn", Period.startOf(consent.givenOn()));
        return new ConsentGiven(Text.demand("consentText", text, 60), consent.givenOn(), consent.by());
    }

    private static void demandEligible(BasisTerms terms) {
        var ground = terms.ground();
        demand(
                ground != Ground.CONSENT || terms.commission() == null,
                "commission",
                "consent-is-personal",
                "Nobody consents for others: record a consent for each client.");
        demand(
                ground != Ground.CONTRACT || terms.commission() == null,
                "commission",
                "contract-is-personal",
                "A contract binds who made it: record this basis for each client.");
        demand(
                ground != Ground.VITAL_INTERESTS || !terms.purposes().contains(Purpose.P7),
                "purposes",
                "vital-interests-never-report",
                "Vital interests never carry a periodic report (purpose P7).");
        demand(
                ground != Ground.CONSENT || Collections.disjoint(terms.categories(), NEVER_BY_CONSENT),
                "categories",
                "consent-cannot-carry",
                "Consent is no basis for a BSN, nor for health, other special or criminal data.");
        var consent = terms.consent();
        demand(
                consent == null || !terms.firstDay().isBefore(consent.givenOn()),
                "firstDay",
                "starts-before-consent",
                "A consent covers nothing from before it was given.");
    }

    /** What they tell together with whom they are about. */
    static void demandWithin(BasisTerms terms, Reach reach) {
        demandWithin(terms, reach.recipients());
        if (terms.ground() == Ground.CONSENT) {
            demandConsentBy(terms.consent(), reach.person());
        }
    }

    private static void demandWithin(BasisTerms terms, Set<RecipientKind> recipients) {
        demand(
                terms.ground() != Ground.PUBLIC_TASK
                        || (!recipients.isEmpty() && recipients.stream().allMatch(RecipientKind::isPublicBody)),
                "letter",
                "public-task-of-public-body",
                "Only UWV and municipalities carry a public task (letter a).");
        demand(
                terms.ground() != Ground.CONSENT
                        || !terms.categories().contains(DataCategory.CAPACITY)
                        || recipients.stream().noneMatch(RecipientKind::isEmployer),
                "categories",
                "capacity-consent-to-employer",
                "Towards an employer nobody is free to consent to capacity data.");
    }

    private static void demandConsentBy(@Nullable ConsentGiven consent, @Nullable Person person) {
        if (consent == null || person == null) {
            throw new IllegalStateException("A consent that was checked is about a person");
        }
        if (consent.by() == ConsentBy.CLIENT) {
            demandAge(person, consent.givenOn(), CONSENTS_FROM, "consentGivenBy");
        } else {
            demandRepresentative(person.isRepresented(), "consentGivenBy");
        }
    }

    private static void demandAge(Person person, LocalDate day, int years, String field) {
        demand(
                !person.birthDate().plusYears(years).isAfter(day),
                field,
                "client-too-young",
                "At this age the legal representative does this (UAVG 5).");
    }

    private static void demandRepresentative(boolean isRepresented, String field) {
        demand(isRepresented, field, "no-representative", "This client has no legal representative on record.");
    }

    static void demandEnd(RecordedBasis basis, LocalDate lastDay) {
        if (basis.endedAt() != null) {
            throw Refusal.conflict("already-ended", "This basis was ended already.");
        }
        demandOrder(basis.terms().firstDay(), lastDay);
        var foreseen = basis.terms().lastDay();
        if (foreseen != null && lastDay.isAfter(foreseen)) {
            throw Refusal.conflict(
                            "ends-earlier-already",
                            "This basis ends before that day: what lasts longer is a new basis.")
                    .at("lastDay");
        }
    }

    static void demandBalancing(RecordedBasis basis, BalancingTest test, Change change) {
        if (basis.terms().ground() != Ground.LEGITIMATE_INTEREST) {
            throw Refusal.rule("balancing-not-applicable", "Only a legitimate interest (letter d) is weighed.");
        }
        if (basis.balancing() != null) {
            throw Refusal.conflict(
                    "already-balanced", "This basis was weighed, and that stays: record a new basis to weigh again.");
        }
        change.demandPast("decidedOn", Period.startOf(test.decidedOn()));
    }

    static void demandWithdrawal(RecordedBasis basis, @Nullable Person person, Withdrawal withdrawal, Change change) {
        var consent = basis.terms().consent();
        if (consent == null) {
            throw Refusal.rule("withdrawal-not-applicable", "Only a consent (letter f) can be withdrawn.");
        }
        if (basis.withdrawal() != null) {
            throw Refusal.conflict("already-withdrawn", "This consent was withdrawn already.");
        }
        change.demandPast("withdrawnAt", withdrawal.at());
        demand(
                !withdrawal.at().isBefore(Period.startOf(consent.givenOn())),
                "withdrawnAt",
                "withdrawn-before-given",
                "A consent cannot be withdrawn before it was given.");
        if (person == null) {
            // A consent for a whole commission, as an import may have brought it, was nobody's: it may always go.
            return;
        }
        if (withdrawal.by() == ConsentBy.CLIENT) {
            demandAge(person, Period.dayOf(withdrawal.at()), WITHDRAWS_FROM, "by");
        } else {
            // Who could give it can take it back, whatever is on record now.
            demandRepresentative(person.isRepresented() || consent.by() == ConsentBy.REPRESENTATIVE, "by");
        }
    }

    private static void demandOrder(LocalDate firstDay, @Nullable LocalDate lastDay) {
        demand(
                lastDay == null || !lastDay.isBefore(firstDay),
                "lastDay",
                "end-before-start",
                "The last day lies before the first.");
    }

    private static void demand(boolean holds, String field, String code, String sentence) {
        if (!holds) {
            throw Refusal.rule(code, sentence).at(field);
        }
    }
}
