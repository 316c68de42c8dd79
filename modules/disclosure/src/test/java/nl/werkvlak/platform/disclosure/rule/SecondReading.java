package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.processingregister.RegisterEntry;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import org.jspecify.annotations.Nullable;

/**
 * The rule once more, written from its description alone and in another way: words and ifs, gate by gate, with nothing
 * of the rule itself. Slow, and only there to disagree.
 *
 * @param cells per version (its first day), per {@code category,recipient,report}, the decision and its codes
 */
record SecondReading(
        Map<LocalDate, Map<String, String>> cells,
        List<RegisterEntry> register,
        Map<String, Map<Instant, Integer>> retentionMonths) {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Amsterdam");

    /** Reasons, or the projection; the bases; and the conditions of the cell. */
    String answer(String category, Facts facts, String report, Instant at) {
        var recipient = facts.commission().recipient().name();
        var cell = cell(category, recipient, report.equals("FINAL") ? "PROGRESS" : report, at);
        var verdict = cell == null ? "" : cell.split(",", -1)[0];
        var codes = cell == null ? "" : " " + cell.split(",", -1)[1] + " ";
        var reasons = new ArrayList<String>();
        if (cell == null) {
            reasons.add("UNKNOWN_CELL");
        }
        if (verdict.equals("DENY")) {
            for (var n = 1; n <= 7; n++) {
                if (codes.contains(" N" + n + " ")) {
                    reasons.add("MATRIX_N" + n);
                }
            }
        }
        if (verdict.equals("AGG")) {
            reasons.add("AGGREGATE_ONLY");
        }
        var terms = termsOf(facts, at);
        if (codes.contains(" K1 ")
                && terms.dataScope().stream().noneMatch(held -> held.name().equals(category))) {
            reasons.add("NOT_IN_COMMISSION_SCOPE");
        }
        if (!isDeclared(category, recipient, at)) {
            reasons.add("NOT_IN_REGISTER");
        }
        var usable = new ArrayList<String>();
        reasons.addAll(basis(category, facts, recipient, at, usable));
        if (category.equals("CAPACITY")) {
            var ground = String.valueOf(terms.specialGround());
            if (!ground.equals("H1") && !(ground.equals("H2") && recipient.equals("V"))) {
                reasons.add("SPECIAL_GROUND_MISSING");
            }
        }
        if (isRestricted(category, facts, at)) {
            reasons.add("PROCESSING_RESTRICTED");
        }
        if (isTooOld(category, facts, at)) {
            reasons.add("RETENTION_EXPIRED");
        }
        reasons.addAll(conditions(category, codes, facts, recipient, at, usable));
        return String.join(" ", reasons) + " | " + usable + " | " + projection(verdict, codes) + " |"
                + (codes.contains(" K") ? codes : "");
    }

    private @Nullable String cell(String category, String recipient, String report, Instant at) {
        var latest = LocalDate.MIN;
        var inForce = Map.<String, String>of();
        for (var version : cells.entrySet()) {
            if (!at.isBefore(midnight(version.getKey())) && version.getKey().isAfter(latest)) {
                latest = version.getKey();
                inForce = version.getValue();
            }
        }
        return inForce.get(category + "," + recipient + "," + report);
    }

    private boolean isDeclared(String category, String recipient, Instant at) {
        for (var entry : register) {
            if (entry.purposes().stream().anyMatch(purpose -> purpose.name().equals("P7"))
                    && entry.categories().stream().anyMatch(held -> held.name().equals(category))
                    && entry.recipients().stream().anyMatch(kind -> kind.name().equals(recipient))
                    && at.compareTo(entry.period().from()) >= 0
                    && isEarlier(at, entry.period().until())) {
                return true;
            }
        }
        return false;
    }

    private List<String> basis(String category, Facts facts, String recipient, Instant at, List<String> usable) {
        var candidates = facts.bases().stream()
                .filter(basis -> basis.purposes().stream()
                        .anyMatch(purpose -> purpose.name().equals("P7")))
                .filter(basis ->
                        basis.categories().stream().anyMatch(held -> held.name().equals(category)))
                .toList();
        if (candidates.isEmpty()) {
            return List.of("NO_LEGAL_BASIS");
        }
        var stops = new ArrayList<String>();
        for (var basis : candidates) {
            var own = new ArrayList<String>();
            if (at.compareTo(basis.period().from()) < 0) {
                own.add("BASIS_NOT_YET_IN_FORCE");
            }
            if (!isEarlier(at, basis.period().until())) {
                own.add("BASIS_EXPIRED");
            }
            var letter = "abcdef"
                    .charAt("PUBLIC LEGAL_ CONTRA LEGITI VITAL_ CONSEN"
                                    .indexOf(basis.ground().name().substring(0, 6))
                            / 7);
            var consent = basis.consent();
            if (letter == 'f' && consent != null && !isEarlier(at, consent.withdrawnAt())) {
                own.add("CONSENT_WITHDRAWN");
            }
            if (isIneligible(letter, basis.personal(), consent != null, category, recipient)) {
                own.add("BASIS_NOT_ELIGIBLE");
            }
            if (letter == 'd'
                    && isUnbalanced(basis.balancing(), facts.trajectory().birthDate(), at)) {
                own.add("BALANCING_TEST_MISSING");
            }
            if (letter == 'a' || letter == 'd') {
                own.addAll(objections(facts, at));
            }
            if (own.isEmpty()) {
                usable.add(basis.number());
            }
            stops.addAll(own);
        }
        if (!usable.isEmpty()) {
            return List.of();
        }
        return List.of(
                        "BASIS_NOT_YET_IN_FORCE",
                        "BASIS_EXPIRED",
                        "CONSENT_WITHDRAWN",
                        "BASIS_NOT_ELIGIBLE",
                        "BALANCING_TEST_MISSING",
                        "OBJECTION_PENDING",
                        "OBJECTION_UPHELD")
                .stream()
                .filter(stops::contains)
                .toList();
    }

    private static boolean isIneligible(
            char letter, boolean personal, boolean isGiven, String category, String recipient) {
        if (letter == 'a') {
            return !"UG".contains(recipient);
        }
        if (letter == 'c') {
            return !personal;
        }
        if (letter == 'f') {
            // A consent that nobody gave is not a fact.
            return !personal
                    || !isGiven
                    || List.of("BSN", "HEALTH", "SPECIAL", "CRIMINAL").contains(category)
                    || (category.equals("CAPACITY") && recipient.startsWith("E"));
        }
        return letter == 'e';
    }

    private static boolean isUnbalanced(LegalBasis.@Nullable Balancing test, LocalDate birthDate, Instant at) {
        if (test == null || !test.inFavour() || at.compareTo(test.decidedAt()) < 0) {
            return true;
        }
        var age = java.time.Period.between(birthDate, at.atZone(OFFICE).toLocalDate());
        return !test.childWeighed() && age.getYears() < 18;
    }

    private static List<String> objections(Facts facts, Instant at) {
        var stops = new ArrayList<String>();
        for (var objection : facts.objections()) {
            var about = objection.purposes().toString();
            if ((about.equals("[]") || about.contains("P7")) && at.compareTo(objection.receivedAt()) >= 0) {
                if (isEarlier(at, objection.decidedAt())) {
                    stops.add("OBJECTION_PENDING");
                } else if (String.valueOf(objection.outcome()).equals("UPHELD")) {
                    stops.add("OBJECTION_UPHELD");
                }
            }
        }
        return stops;
    }

    private static boolean isRestricted(String category, Facts facts, Instant at) {
        for (var restriction : facts.restrictions()) {
            var inForce = at.compareTo(restriction.period().from()) >= 0
                    && isEarlier(at, restriction.period().until());
            var about = restriction.categories().stream().map(Enum::name).toList();
            if (inForce
                    && (about.isEmpty() || about.contains(category))
                    && !restriction.exempted().toString().contains("P7")) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooOld(String category, Facts facts, Instant at) {
        var ended = facts.trajectory().endedOn();
        if (ended == null) {
            return false;
        }
        var months = 0;
        var latest = Instant.MIN;
        for (var rule : retentionMonths.getOrDefault(category, Map.of()).entrySet()) {
            if (isReached(rule.getKey(), at) && rule.getKey().compareTo(latest) > 0) {
                latest = rule.getKey();
                months = rule.getValue();
            }
        }
        latest = Instant.MIN;
        for (var override : facts.retentionOverrides()) {
            if (override.category().name().equals(category)
                    && isReached(override.inForceFrom(), at)
                    && override.inForceFrom().compareTo(latest) > 0) {
                latest = override.inForceFrom();
                months = override.months();
            }
        }
        var lastDay = ended.plusMonths(months);
        return at.atZone(OFFICE).toLocalDate().isAfter(lastDay);
    }

    private static CommissionTerms termsOf(Facts facts, Instant at) {
        return facts.commission().terms().stream()
                .filter(terms -> terms.inForceFrom().compareTo(at) <= 0)
                .reduce((one, other) -> one.inForceFrom().compareTo(other.inForceFrom()) > 0 ? one : other)
                .orElseThrow();
    }

    private static List<String> conditions(
            String category, String codes, Facts facts, String recipient, Instant at, List<String> usable) {
        var unmet = new ArrayList<String>();
        if (codes.contains(" K2 ")
                && !isReached(facts.trajectory().conceptShownAt(), at)
                && !isReached(facts.trajectory().conceptExcusedAt(), at)) {
            unmet.add("CONDITION_K2");
        }
        if (codes.contains(" K3 ")) {
            var stated = false;
            for (var period : facts.trajectory().capacityStatements().values()) {
                stated |= isReached(period.from(), at) && isEarlier(at, period.until());
            }
            if (!stated) {
                unmet.add("CONDITION_K3");
            }
        }
        if (codes.contains(" K4 ") && !isReached(termsOf(facts, at).secrecySignedAt(), at)) {
            unmet.add("CONDITION_K4");
        }
        if (codes.contains(" K5 ") && !recipient.equals("U") && !recipient.equals("G")) {
            unmet.add("CONDITION_K5");
        }
        if (codes.contains(" K7 ")
                && usableOf("CONSENT", facts, usable).stream()
                        .noneMatch(basis -> basis.categories().toString().equals("[" + category + "]")
                                && basis.purposes().toString().equals("[P7]"))) {
            unmet.add("CONDITION_K7");
        }
        if (codes.contains(" K8 ")) {
            unmet.add("CONDITION_K8");
        }
        if (codes.contains(" K11 ") && !hasDocument(facts, at)) {
            unmet.add("CONDITION_K11");
        }
        if (codes.contains(" K14 ")) {
            var asked = false;
            for (var request : facts.statutoryRequests()) {
                asked |= request.categories().stream()
                                .anyMatch(held -> held.name().equals(category))
                        && isReached(request.receivedAt(), at);
            }
            if (!asked || usableOf("LEGAL_OBLIGATION", facts, usable).isEmpty()) {
                unmet.add("CONDITION_K14");
            }
        }
        if (codes.contains(" K17 ") && !facts.commission().product().name().equals("JOBCOACHING")) {
            unmet.add("CONDITION_K17");
        }
        if (codes.contains(" K19 ") && !termsOf(facts, at).isSicknessRelated()) {
            unmet.add("CONDITION_K19");
        }
        return unmet;
    }

    private static List<LegalBasis> usableOf(String ground, Facts facts, List<String> usable) {
        return facts.bases().stream()
                .filter(basis -> basis.ground().name().equals(ground) && usable.contains(basis.number()))
                .toList();
    }

    private static boolean hasDocument(Facts facts, Instant at) {
        for (var document : facts.trajectory().documents()) {
            if ("CV SOLLICITATIEBRIEF DIPLOMA TRAJECTPLAN EVALUATIE"
                            .contains(document.type().name())
                    && isReached(document.releasedAt(), at)
                    && isReached(document.scannedAt(), at)
                    && String.valueOf(document.outcome()).equals("CLEAN")) {
                return true;
            }
        }
        return false;
    }

    private static String projection(String verdict, String codes) {
        if (verdict.isEmpty() || verdict.equals("AGG") || codes.contains(" K9 ")) {
            return "AGGREGATE";
        }
        if (codes.contains(" K15 ")) {
            return "HEADLINE";
        }
        if (codes.contains(" K6 ") || codes.contains(" K16 ")) {
            return "FACTS_ONLY";
        }
        return codes.contains(" K5 ") ? "MASKED" : "FULL";
    }

    private static boolean isReached(@Nullable Instant moment, Instant at) {
        return moment != null && moment.compareTo(at) <= 0;
    }

    private static boolean isEarlier(Instant at, @Nullable Instant end) {
        return end == null || at.compareTo(end) < 0;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(OFFICE).toInstant();
    }
}
