package nl.werkvlak.platform.legalbasis;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import org.jspecify.annotations.Nullable;

/** The terms of a basis that is in order in every respect; a test states only what matters to it. */
final class Terms {

    static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-0000000000b1");

    private String number = "B-1";
    private @Nullable UUID client = CLIENT;
    private @Nullable UUID commission;
    private final Ground ground;
    private Set<Purpose> purposes = EnumSet.of(Purpose.P7);
    private Set<DataCategory> categories = EnumSet.of(DataCategory.EDU, DataCategory.GOAL);
    private LocalDate firstDay = LocalDate.of(2026, 10, 1);
    private @Nullable LocalDate lastDay;
    private String evidence = "Letter 12 in the file";
    private @Nullable ConsentGiven consent;

    private Terms(Ground ground) {
        this.ground = ground;
        if (ground == Ground.CONSENT) {
            consent = new ConsentGiven("2026-1", LocalDate.of(2026, 10, 1), ConsentBy.CLIENT);
        }
    }

    static Terms of(Ground ground) {
        return new Terms(ground);
    }

    static Terms ofLetter(String letter) {
        return new Terms(Ground.ofLetter(letter).orElseThrow());
    }

    Terms number(String value) {
        number = value;
        return this;
    }

    Terms ofCommission(UUID value) {
        commission = value;
        client = null;
        return this;
    }

    Terms ofClient(@Nullable UUID value) {
        client = value;
        return this;
    }

    Terms purposes(Purpose... values) {
        purposes = Set.of(values);
        return this;
    }

    Terms categories(DataCategory... values) {
        categories = Set.of(values);
        return this;
    }

    Terms days(String first, @Nullable String last) {
        firstDay = LocalDate.parse(first);
        lastDay = last == null ? null : LocalDate.parse(last);
        return this;
    }

    Terms evidence(String value) {
        evidence = value;
        return this;
    }

    Terms consent(@Nullable ConsentGiven value) {
        consent = value;
        return this;
    }

    Terms givenOn(String day, ConsentBy by) {
        return consent(new ConsentGiven("2026-1", LocalDate.parse(day), by));
    }

    BasisTerms make() {
        return new BasisTerms(
                number, client, commission, ground, purposes, categories, firstDay, lastDay, evidence, consent);
    }
}
