package nl.werkvlak.platform.freetext;

import java.util.List;

/** Finds e-mail addresses, around each sign that can only stand in one. */
final class Addresses {

    private static final String[] SIGNS = {"@", "(at)", "[at]", " (at) ", " [at] ", " @ "};

    private Addresses() {}

    static void find(Folded text, List<Mark> marks) {
        for (var at = 0; at < text.length(); at++) {
            if (text.at(at) == '@' || text.at(at) == '(' || text.at(at) == '[' || text.at(at) == ' ') {
                for (var sign : SIGNS) {
                    if (stands(text, at, sign)) {
                        look(text, at, at + sign.length(), marks);
                    }
                }
            }
        }
    }

    private static boolean stands(Folded text, int at, String sign) {
        if (at + sign.length() > text.length()) {
            return false;
        }
        for (var i = 0; i < sign.length(); i++) {
            if (text.at(at + i) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void look(Folded text, int sign, int host, List<Mark> marks) {
        var from = sign;
        while (from > 0 && isOfName(text, from - 1)) {
            from--;
        }
        var to = host;
        var lastDot = -1;
        while (to < text.length() && isOfHost(text, to)) {
            if (text.at(to) == '.' && text.isWord(to + 1) && !text.isDigit(to + 1)) {
                lastDot = to;
            }
            to++;
        }
        while (to > host && !text.isWord(to - 1)) {
            to--;
        }
        if (from < sign && lastDot > host && to - lastDot > 2) {
            marks.add(new Mark(text.from(from), text.to(to - 1), Mark.Kind.EMAIL, Mark.Kind.EMAIL.name()));
        }
    }

    private static boolean isOfName(Folded text, int place) {
        return text.isWord(place) || "._%+'-".indexOf(text.at(place)) >= 0;
    }

    private static boolean isOfHost(Folded text, int place) {
        return text.isWord(place) || text.at(place) == '.' || text.at(place) == '-';
    }
}
