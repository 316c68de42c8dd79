package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.kernel.Period;

/** The words of one phrase of a case, taken one by one; a word that nobody takes is refused. */
final class Words {

    private final String phrase;
    private final Deque<String> left;

    Words(String phrase) {
        this.phrase = phrase;
        this.left = new ArrayDeque<>(List.of(phrase.trim().split("\\s+", -1)));
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    String next() {
        if (left.isEmpty()) {
            throw refused("hier ontbreekt een woord");
        }
        return left.removeFirst();
    }

    /** Takes these words, when they come next. */
    boolean takes(String words) {
        var wanted = List.of(words.split(" ", -1));
        var coming = left.stream().limit(wanted.size()).toList();
        if (!coming.equals(wanted)) {
            return false;
        }
        wanted.forEach(word -> left.removeFirst());
        return true;
    }

    void demand(String words) {
        if (!takes(words)) {
            throw refused("hier hoort '" + words + "'");
        }
    }

    LocalDate day() {
        var word = next();
        try {
            return LocalDate.parse(word);
        } catch (java.time.DateTimeException e) {
            throw refused("'" + word + "' is geen dag (jjjj-mm-dd)");
        }
    }

    /** A day, or a day and a time, as the clock in Amsterdam shows it. */
    Instant moment() {
        var day = day();
        var time = left.peekFirst();
        if (time == null || !time.matches("\\d\\d:\\d\\d(:\\d\\d)?")) {
            return Period.startOf(day);
        }
        return day.atTime(LocalTime.parse(left.removeFirst()))
                .atZone(Period.AMSTERDAM)
                .toInstant();
    }

    int number() {
        var word = next();
        if (!word.matches("\\d{1,4}")) {
            throw refused("'" + word + "' is geen getal");
        }
        return Integer.parseInt(word);
    }

    <E extends Enum<E>> E one(Class<E> kind) {
        return named(next(), kind);
    }

    <E extends Enum<E>> Set<E> some(Class<E> kind) {
        var some = EnumSet.noneOf(kind);
        for (var name : next().split(",", -1)) {
            some.add(named(name, kind));
        }
        return some;
    }

    private <E extends Enum<E>> E named(String name, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("'" + name + "' is geen " + kind.getSimpleName()));
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("in '" + phrase.trim() + "': " + why);
    }

    IllegalArgumentException unknown() {
        return refused("'" + next() + "' is geen woord dat hier kan staan");
    }
}
