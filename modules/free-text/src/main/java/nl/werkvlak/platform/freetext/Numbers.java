package nl.werkvlak.platform.freetext;

import java.util.ArrayList;
import java.util.List;
import nl.werkvlak.platform.kernel.Bsn;

/**
 * Finds citizen service numbers and telephone numbers: groups of digits with what people write between them.
 *
 * <p>No window over the groups is longer than the longest number, so that a text of digits costs no more than another.
 */
final class Numbers {

    private static final int BSN = 9;
    private static final int NATIONAL = 10;
    private static final int SHORTEST_INTERNATIONAL = 8;
    private static final int LONGEST = 17;
    private static final int WIDEST_GAP = 3;

    private final Folded text;
    private final List<Mark> marks;
    private final List<Group> run = new ArrayList<>();

    private Numbers(Folded text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /** Digits that stand together. */
    private record Group(int from, int to, String digits) {

        int number() {
            return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }
    }

    static void find(Folded text, List<Mark> marks) {
        for (var at = 0; at < text.length(); at++) {
            if (text.isDigit(at)) {
                new Numbers(text, marks).look();
                return;
            }
        }
    }

    private void look() {
        var at = 0;
        while (at < text.length()) {
            if (!text.isWord(at)) {
                at++;
                continue;
            }
            var to = at;
            while (text.isWord(to)) {
                to++;
            }
            take(at, to);
            at = to;
        }
        close();
    }

    /** A word of letters and digits: digits belong to the run, letters end it. */
    private void take(int from, int to) {
        if (!run.isEmpty() && !isGap(run.get(run.size() - 1).to(), from)) {
            close();
        }
        var start = startsWith(from, to, "bsn") || startsWith(from, to, "tel") ? from + 3 : from;
        var digits = digits(start, to);
        if (digits.isEmpty()) {
            close();
        } else {
            run.add(new Group(start, to, digits));
        }
    }

    private boolean startsWith(int from, int to, String letters) {
        return to - from > letters.length()
                && text.at(from) == letters.charAt(0)
                && text.at(from + 1) == letters.charAt(1)
                && text.at(from + 2) == letters.charAt(2);
    }

    /** Letters that look like digits count as such among digits. Nothing when it is no group of digits. */
    private String digits(int from, int to) {
        var plain = 0;
        var digits = new StringBuilder(Math.min(to - from, LONGEST + 1));
        for (var at = from; at < to; at++) {
            var c = text.at(at);
            if (text.isDigit(at)) {
                plain++;
            } else if (c != 'o' && c != 'l' && c != 'i') {
                return "";
            }
            if (digits.length() <= LONGEST) {
                digits.append(c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c);
            }
        }
        return 2 * plain >= to - from ? digits.toString() : "";
    }

    private boolean isGap(int from, int to) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (var at = from; at < to; at++) {
            if (" -./()".indexOf(text.at(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void close() {
        for (var first = 0; first < run.size(); first++) {
            bsn(first);
            telephone(first);
        }
        run.clear();
    }

    private void bsn(int first) {
        var digits = new StringBuilder();
        for (var last = first; last < run.size() && digits.length() < BSN; last++) {
            digits.append(run.get(last).digits());
            if (digits.length() == BSN && isEven(first, last) && Bsn.passesElevenTest(digits.toString())) {
                mark(run.get(first).from(), run.get(last).to(), Mark.Kind.BSN);
            }
        }
    }

    /** The same sign stands between all groups, as in a number and not as in a date with a time after it. */
    private boolean isEven(int first, int last) {
        for (var at = first; at < last; at++) {
            if (!gapAfter(at).equals(gapAfter(first))) {
                return false;
            }
        }
        return true;
    }

    private String gapAfter(int group) {
        var gap = new StringBuilder();
        for (var at = run.get(group).to(); at < run.get(group + 1).from(); at++) {
            gap.append(text.at(at));
        }
        return gap.toString().strip();
    }

    private void telephone(int first) {
        var from = run.get(first).from();
        var start = run.get(first).digits();
        var plus = signBefore(from, '+');
        var isInternational = plus || start.startsWith("00");
        if (isTime(from) || (!isInternational && !opensNational(first))) {
            return;
        }
        var digits = 0;
        var best = -1;
        for (var last = first; last < run.size(); last++) {
            digits += run.get(last).digits().length();
            if (digits > LONGEST || isDate(last)) {
                break;
            }
            if (isInternational ? digits >= SHORTEST_INTERNATIONAL + (plus ? 0 : 2) : digits == NATIONAL) {
                best = last;
            }
        }
        if (best >= 0) {
            mark(plus ? from - 1 : from, run.get(best).to(), Mark.Kind.TELEPHONE);
        }
    }

    /** 06, an area code, or all in one; and no longer than a number in the country is. */
    private boolean opensNational(int first) {
        var start = run.get(first).digits();
        if (start.charAt(0) != '0' || start.startsWith("00")) {
            return false;
        }
        return switch (start.length()) {
            case 1 -> signBefore(run.get(first).from(), '(');
            case 2 -> start.equals("06");
            default -> true;
        };
    }

    private boolean signBefore(int place, char sign) {
        return place > 0 && text.at(place - 1) == sign;
    }

    /** Minutes of a time, or decimals. */
    private boolean isTime(int place) {
        return signBefore(place, ':') || signBefore(place, ',');
    }

    /** Three groups from here are a day, a month and a year, in either order. */
    private boolean isDate(int first) {
        if (first + 2 >= run.size()
                || gapAfter(first).isEmpty()
                || gapAfter(first + 1).isEmpty()) {
            return false;
        }
        var one = run.get(first).number();
        var month = run.get(first + 1).number();
        var three = run.get(first + 2).number();
        return month >= 1 && month <= 12 && ((isDay(one) && isYear(three)) || (isYear(one) && isDay(three)));
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    private static boolean isYear(int number) {
        return number >= 1900 && number <= 2199;
    }

    private void mark(int from, int to, Mark.Kind kind) {
        marks.add(new Mark(text.from(from), text.to(to - 1), kind, kind.name()));
    }
}
