package nl.werkvlak.platform.subjectrights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.PublicHolidays;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.subjectrights.Assessment.Answer;
import nl.werkvlak.platform.subjectrights.Assessment.Request;
import nl.werkvlak.platform.subjectrights.Assessment.Why;
import org.jspecify.annotations.Nullable;

/** What the law makes of a request of a client, on recorded grounds: a pure function. */
final class RequestRules {

    /** The law would allow a reasonable fee for further copies (GDPR 15(3)); Werkvlak asks none. */
    private static final int FEE = 0;

    private final Request request;
    private final List<LegalBasis> bases;
    private final List<Objection> objections;

    private RequestRules(Request request, List<LegalBasis> bases, List<Objection> objections) {
        this.request = request;
        this.bases = bases;
        this.objections = objections;
    }

    /**
     * Assesses a request.
     *
     * @param bases all that were ever recorded for this client
     * @param objections the same
     */
    static Assessment assess(
            Request request,
            LocalDate birthDate,
            List<LegalBasis> bases,
            List<Objection> objections,
            PublicHolidays holidays) {
        var receivedOn = Period.dayOf(request.receivedAt());
        var rules = new RequestRules(request, bases, objections);
        return new Assessment(
                request,
                Deadline.of(receivedOn, holidays),
                request.by().handling((int) ChronoUnit.YEARS.between(birthDate, receivedOn)),
                FEE,
                request.right() == Right.ACCESS && request.earlierCopies() > 0,
                Arrays.stream(DataCategory.values()).map(rules::answer).toList());
    }

    private Answer answer(DataCategory category) {
        return switch (request.right()) {
            case ACCESS, RECTIFICATION, RESTRICTION -> granted(category, Why.ALWAYS, carrying(category));
            case PORTABILITY -> portability(category);
            case OBJECTION -> objection(category);
            case ERASURE -> erasure(category);
        };
    }

    private Answer portability(DataCategory category) {
        var portable = carrying(category).stream()
                .filter(basis -> basis.ground().allowsPortability())
                .toList();
        return portable.isEmpty()
                ? refused(category, Why.NOT_PORTABLE, carrying(category), null, Right.ACCESS)
                : granted(category, Why.PORTABLE, portable);
    }

    private Answer objection(DataCategory category) {
        var open = carrying(category).stream()
                .filter(basis -> basis.ground().allowsObjection())
                .toList();
        return open.isEmpty()
                ? refused(category, Why.OBJECTION_NOT_APPLICABLE, carrying(category), null, null)
                : granted(category, Why.OBJECTION_APPLIES, open);
    }

    private Answer erasure(DataCategory category) {
        var carrying = carrying(category);
        if (carrying.isEmpty()) {
            return granted(category, whyErased(category), List.of());
        }
        var byLaw = carrying.stream()
                .anyMatch(basis -> basis.ground() == Ground.LEGAL_OBLIGATION || basis.ground() == Ground.PUBLIC_TASK);
        return refused(
                category,
                byLaw ? Why.NEEDED_BY_LAW : Why.STILL_NEEDED,
                carrying,
                lastDay(carrying),
                byLaw ? null : Right.RESTRICTION);
    }

    private Why whyErased(DataCategory category) {
        if (wasCarried(category, this::isStopped)) {
            return Why.OBJECTION_UPHELD;
        }
        return wasCarried(category, basis -> isWithdrawn(basis, request.receivedAt()))
                ? Why.CONSENT_WITHDRAWN
                : Why.NO_LONGER_NEEDED;
    }

    private boolean wasCarried(DataCategory category, Predicate<LegalBasis> how) {
        return bases.stream().anyMatch(basis -> basis.categories().contains(category) && how.test(basis));
    }

    /** The grounds that carry this category at the instant of the request. */
    private List<LegalBasis> carrying(DataCategory category) {
        return bases.stream()
                .filter(basis -> basis.categories().contains(category)
                        && basis.period().holds(request.receivedAt())
                        && !isWithdrawn(basis, request.receivedAt())
                        && !isStopped(basis))
                .toList();
    }

    private static boolean isWithdrawn(LegalBasis basis, Instant at) {
        return basis.consent() != null && basis.consent().isWithdrawn(at);
    }

    /** For each of its purposes an objection was upheld. */
    private boolean isStopped(LegalBasis basis) {
        return basis.ground().allowsObjection()
                && basis.purposes().stream()
                        .allMatch(purpose -> objections.stream()
                                .anyMatch(objection ->
                                        objection.concerns(purpose) && objection.isUpheld(request.receivedAt())));
    }

    /** Nothing when one of them has no end. */
    private static @Nullable LocalDate lastDay(List<LegalBasis> bases) {
        LocalDate last = LocalDate.MIN;
        for (var basis : bases) {
            var until = basis.period().until();
            if (until == null) {
                return null;
            }
            var day = Period.dayOf(until).minusDays(1);
            last = day.isAfter(last) ? day : last;
        }
        return last;
    }

    private static Answer granted(DataCategory category, Why why, List<LegalBasis> bases) {
        return new Answer(category, true, why, bases, null, null);
    }

    private static Answer refused(
            DataCategory category,
            Why why,
            List<LegalBasis> bases,
            @Nullable LocalDate keptThrough,
            @Nullable Right instead) {
        return new Answer(category, false, why, bases, keptThrough, instead);
    }
}
