package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.RegisterEntry;
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

/** Facts by the throw of dice, out of few days and moments, so that they meet and touch. */
public final class RandomFacts {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2019, 9, 3),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 10, 27),
            LocalDate.of(2025, 12, 20),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 6, 30),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2028, 2, 29));

    /** None at all, those of the register, and those that commissions have of their own. */
    private static final List<Integer> MONTHS = List.of(0, 1, 24, 60, 84);

    /** Of people who become eighteen in these years, one of them on no day at all. */
    private static final LocalDate[] BIRTHDAYS = {
        LocalDate.of(2008, 1, 1), LocalDate.of(2008, 2, 29), LocalDate.of(2008, 10, 31), LocalDate.of(2009, 1, 1)
    };

    private static final List<Instant> INSTANTS = instants();

    private final Random dice;

    public RandomFacts(Random dice) {
        this.dice = dice;
    }

    public Facts facts() {
        var builder = FactsBuilder.aTrajectoryFor(any(RecipientKind.values()))
                .product(any(Product.values()))
                .sicknessRelated(often())
                .specialGround(often() ? any(SpecialGround.values()) : null)
                .secrecySignedAt(often() ? moment() : null)
                .conceptShownAt(often() ? moment() : null)
                .scope(often() ? EnumSet.allOf(DataCategory.class) : some(DataCategory.class))
                .bornOn(often() ? LocalDate.of(1980, 5, 5) : any(BIRTHDAYS))
                .endedOn(seldom() ? day() : null)
                .capacityStatedOver(often() ? new Period[] {period()} : new Period[] {period(), period()});
        if (seldom()) {
            builder.conceptExcusedAt(moment());
        }
        for (var i = dice.nextInt(4); i > 0; i--) {
            builder.on(basis("B" + i));
        }
        while (seldom()) {
            builder.with(terms());
        }
        while (dice.nextBoolean()) {
            builder.with(document());
        }
        while (dice.nextBoolean()) {
            builder.with(new StatutoryRequest(FactsBuilder.CLIENT, some(DataCategory.class), "a letter", moment()));
        }
        while (seldom()) {
            builder.with(new RetentionOverride(
                    any(DataCategory.values()), moment(), MONTHS.get(dice.nextInt(MONTHS.size())), "a contract"));
        }
        while (seldom()) {
            builder.with(objection());
        }
        while (seldom()) {
            builder.with(new Restriction(
                    FactsBuilder.CLIENT,
                    someOrNone(DataCategory.class),
                    period(),
                    seldom() ? some(Purpose.class) : Set.of()));
        }
        return often() ? builder.build() : builder.withoutUsualBasis();
    }

    RegisterEntry registerEntry(int number) {
        return new RegisterEntry(
                "REG-" + number,
                "random",
                EnumSet.of(any(Purpose.values()), Purpose.P7),
                some(DataCategory.class),
                some(RecipientKind.class),
                period());
    }

    /** One of the instants, a nanosecond beside it, or any instant of these years. */
    Instant near(List<Instant> instants) {
        if (seldom()) {
            return Period.startOf(LocalDate.of(2024, 1, 1)).plusSeconds(dice.nextInt(5 * 365 * 24 * 60 * 60));
        }
        return instants.get(dice.nextInt(instants.size())).plusNanos(dice.nextInt(3) - 1L);
    }

    CommissionTerms terms() {
        return new CommissionTerms(
                moment(),
                some(DataCategory.class),
                dice.nextBoolean(),
                orNull(() -> any(SpecialGround.values())),
                orNull(this::moment));
    }

    FileDocument document() {
        var outcome = often() ? any(FileDocument.ScanOutcome.values()) : null;
        return new FileDocument(
                new UUID(dice.nextLong(), dice.nextLong()),
                any(DocumentType.values()),
                often() ? moment() : null,
                outcome == null ? null : moment(),
                outcome);
    }

    /** A cell of the matrix as it stands in its file, with any of the codes. */
    String cell() {
        return switch (dice.nextInt(8)) {
            case 0 -> "DENY,N" + (1 + dice.nextInt(7));
            case 1 -> "AGG,K9";
            default ->
                "COND,"
                        + some(Condition.class).stream()
                                .limit(2)
                                .map(Enum::name)
                                .collect(Collectors.joining(" "));
        };
    }

    /** Every instant that can matter to these facts: all days and moments they are made of, and the birthday. */
    static List<Instant> instantsOf(Facts facts) {
        var instants = new ArrayList<>(INSTANTS);
        var birthday = facts.trajectory().birthDate().plusYears(18);
        instants.add(Period.startOf(birthday));
        instants.add(Period.startOf(birthday.plusDays(1)));
        return instants;
    }

    private static List<Instant> instants() {
        var instants = new TreeSet<Instant>();
        for (var day : DAYS) {
            instants.add(Period.startOf(day));
            instants.add(Period.startOf(day.plusDays(1)));
            instants.add(Period.startOf(day).plusSeconds(37_800));
            for (var months : MONTHS) {
                instants.add(Period.startOf(day.plusMonths(months).plusDays(1)));
            }
        }
        return List.copyOf(instants);
    }

    BasisBuilder basis(String number) {
        var ground = any(Ground.values());
        var basis = BasisBuilder.aBasis(number, ground)
                .personal(often())
                .forPurposes(often() ? EnumSet.of(Purpose.P7) : some(Purpose.class))
                .forCategories(categories())
                .from(often() ? "2026-01-01" : day().toString())
                .through(seldom() ? day() : null);
        if (often()) {
            basis.balancing(new LegalBasis.Balancing(often(), moment(), dice.nextBoolean()));
        }
        if (ground == Ground.CONSENT && often()) {
            basis.consent(new LegalBasis.Consent(moment(), seldom() ? moment() : null));
        }
        return basis;
    }

    private Set<DataCategory> categories() {
        return switch (dice.nextInt(5)) {
            case 0 -> some(DataCategory.class);
            case 1 -> EnumSet.of(any(DataCategory.values()));
            default -> EnumSet.allOf(DataCategory.class);
        };
    }

    Objection objection() {
        var purposes = often() ? EnumSet.of(Purpose.P7) : someOrNone(Purpose.class);
        var receivedAt = moment();
        var decidedAt = dice.nextBoolean() ? moment() : null;
        if (decidedAt == null || decidedAt.isBefore(receivedAt)) {
            return new Objection(FactsBuilder.CLIENT, purposes, receivedAt, null, null);
        }
        return new Objection(FactsBuilder.CLIENT, purposes, receivedAt, decidedAt, any(Objection.Outcome.values()));
    }

    Period period() {
        var first = day();
        var last = orNull(this::day);
        return Period.ofDays(first, last == null || last.isBefore(first) ? null : last);
    }

    private LocalDate day() {
        return DAYS.get(dice.nextInt(DAYS.size()));
    }

    Instant moment() {
        return Period.startOf(day()).plusSeconds(dice.nextBoolean() ? 0 : 37_800);
    }

    boolean often() {
        return dice.nextInt(5) > 0;
    }

    boolean seldom() {
        return !often();
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return dice.nextBoolean() ? value.get() : null;
    }

    <T> T any(T[] values) {
        return values[dice.nextInt(values.length)];
    }

    private <E extends Enum<E>> Set<E> some(Class<E> kind) {
        var some = EnumSet.noneOf(kind);
        for (var value : kind.getEnumConstants()) {
            if (dice.nextBoolean()) {
                some.add(value);
            }
        }
        return some;
    }

    private <E extends Enum<E>> Set<E> someOrNone(Class<E> kind) {
        return dice.nextBoolean() ? EnumSet.noneOf(kind) : some(kind);
    }
}
