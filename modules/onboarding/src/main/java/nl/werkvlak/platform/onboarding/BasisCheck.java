package nl.werkvlak.platform.onboarding;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.BasisRules;
import nl.werkvlak.platform.legalbasis.BasisTerms;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import nl.werkvlak.platform.legalbasis.ConsentBy;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/**
 * Refuses the legal bases of an export that cannot hold, by the rules of the desk at which they are recorded by hand. Who may
 * consent at which age is not looked at: that takes a date of birth, and between the readings no personal data is kept.
 */
final class BasisCheck {

    /** What the rules call a field, and what the file calls its column. */
    private static final Map<String, String> COLUMNS = Map.of(
            "commission", "opdracht",
            "letter", "letter",
            "purposes", "doelen",
            "categories", "categorieen",
            "firstDay", "ingang");

    private final Staging staging;
    private final Map<UUID, RecipientKind> kinds = new HashMap<>();

    BasisCheck(Staging staging) {
        this.staging = staging;
    }

    /** Takes commissions, which come before the bases: they say who receives. */
    void learn(List<Row> commissions) {
        for (var row : commissions) {
            var id = row.id(1);
            if (id != null && row.value("ontvangersoort") instanceof String kind) {
                kinds.put(id, RecipientKind.valueOf(kind));
            }
        }
    }

    void check(List<Row> bases) throws SQLException {
        var sound = bases.stream().filter(row -> !row.isRefused()).toList();
        var terms = new HashMap<Row, BasisTerms>();
        sound.forEach(row -> terms.put(row, terms(row)));
        var commissions = staging.commissionsOf(terms.values().stream()
                .filter(BasisCheck::asksWhoReceives)
                .map(BasisTerms::client)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (var row : sound) {
            var basis = Objects.requireNonNull(terms.get(row));
            var within = new HashSet<>(commissions.getOrDefault(basis.client(), Set.of()));
            if (basis.commission() != null) {
                within.add(basis.commission());
            }
            try {
                BasisRules.demandHolds(basis, kindsOf(within));
            } catch (Refusal refusal) {
                var field = refusal.fields().keySet().iterator().next();
                row.refuse(COLUMNS.get(field), faultOf(refusal));
            }
        }
    }

    /** For the others the rules do not look at it. */
    private static boolean asksWhoReceives(BasisTerms basis) {
        return basis.ground() == Ground.PUBLIC_TASK || basis.ground() == Ground.CONSENT;
    }

    private Set<RecipientKind> kindsOf(Collection<UUID> commissions) {
        var found = EnumSet.noneOf(RecipientKind.class);
        commissions.stream().map(kinds::get).filter(Objects::nonNull).forEach(found::add);
        return found;
    }

    static Fault faultOf(Refusal refusal) {
        return Fault.valueOf(refusal.code().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static BasisTerms terms(Row row) {
        var links = row.links();
        return new BasisTerms(
                text(row, "nummer"),
                links.to(Link.CLIENT),
                links.to(Link.COMMISSION),
                Ground.ofLetter(text(row, "letter")).orElseThrow(),
                set(text(row, "doelen"), Purpose.class),
                set(text(row, "categorieen"), DataCategory.class),
                (LocalDate) Objects.requireNonNull(row.value("ingang")),
                (LocalDate) row.value("einde"),
                text(row, "bewijs"),
                row.value("toestemming_op") instanceof LocalDate givenOn
                        ? new ConsentGiven(null, givenOn, ConsentBy.valueOf(text(row, "toestemming_door")))
                        : null);
    }

    private static String text(Row row, String column) {
        return (String) Objects.requireNonNull(row.value(column));
    }

    private static <E extends Enum<E>> Set<E> set(String members, Class<E> kind) {
        return Arrays.stream(members.split(",", -1))
                .map(name -> Enum.valueOf(kind, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(kind)));
    }
}
