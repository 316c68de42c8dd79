package nl.werkvlak.platform.onboarding;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Bsn;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;

/** How a field is written in an export, and which value the database gets for it; an absent field never comes here. */
@FunctionalInterface
interface Form {

    /** What a list reads as when it says {@code *}; the database has no list at all for it. */
    enum Everything {
        ALL
    }

    Object read(String text) throws BadField;

    /** At most so many characters, as the column counts them. */
    static Form text(int characters) {
        return text -> {
            if (text.length() > characters && text.codePointCount(0, text.length()) > characters) {
                throw new BadField(Fault.TOO_LONG);
            }
            return text;
        };
    }

    /** Text that is sealed: the column counts bytes, and the seal takes its share of them. */
    static Form sealed(int columnBytes) {
        var room = columnBytes - SEAL;
        return text -> {
            if (text.length() > room || text.getBytes(StandardCharsets.UTF_8).length > room) {
                throw new BadField(Fault.TOO_LONG);
            }
            return text;
        };
    }

    /** Bytes that a seal adds: a nonce of 12 and a tag of 16. */
    int SEAL = 28;

    /** An address that names a person of ours in every export, however its capitals fall. */
    static Form email(int characters) {
        var text = text(characters);
        return written -> text.read(written).toString().toLowerCase(Locale.ROOT);
    }

    static Form day() {
        return text -> {
            if (text.length() != 10 || text.charAt(2) != '-' || text.charAt(5) != '-') {
                throw new BadField(Fault.BAD_DATE);
            }
            return dayOf(text, Fault.BAD_DATE);
        };
    }

    /** Local time in Amsterdam; in the hour that comes twice in autumn, the earlier one. */
    static Form moment() {
        return text -> {
            if (text.length() != 16
                    || text.charAt(2) != '-'
                    || text.charAt(5) != '-'
                    || text.charAt(10) != ' '
                    || text.charAt(13) != ':') {
                throw new BadField(Fault.BAD_MOMENT);
            }
            var day = dayOf(text, Fault.BAD_MOMENT);
            var hour = digits(text, 11, 13, Fault.BAD_MOMENT);
            var minute = digits(text, 14, 16, Fault.BAD_MOMENT);
            if (hour > 23 || minute > 59) {
                throw new BadField(Fault.BAD_MOMENT);
            }
            var local = LocalDateTime.of(day, LocalTime.of(hour, minute));
            var offsets = Period.AMSTERDAM.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new BadField(Fault.SKIPPED_HOUR);
            }
            return local.toInstant(offsets.get(0));
        };
    }

    private static LocalDate dayOf(String text, Fault fault) throws BadField {
        var year = digits(text, 6, 10, fault);
        if (year < 1900 || year > 2199) {
            throw new BadField(fault);
        }
        try {
            return LocalDate.of(year, digits(text, 3, 5, fault), digits(text, 0, 2, fault));
        } catch (DateTimeException e) {
            throw new BadField(fault);
        }
    }

    private static int digits(String text, int from, int until, Fault fault) throws BadField {
        var number = 0;
        for (var at = from; at < until; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw new BadField(fault);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    static Form month() {
        return matching("[0-9]{4}-(0[1-9]|1[0-2])", Fault.BAD_PERIOD);
    }

    /** With at most two decimals, after a comma. */
    static Form decimal(String most) {
        var largest = new BigDecimal(most);
        return text -> {
            if (text.indexOf('.') >= 0) {
                throw new BadField(Fault.DECIMAL_POINT);
            }
            if (!DECIMAL.matcher(text).matches()) {
                throw new BadField(Fault.BAD_NUMBER);
            }
            var number = new BigDecimal(text.replace(',', '.'));
            if (number.scale() > 2) {
                throw new BadField(Fault.TOO_MANY_DECIMALS);
            }
            if (number.signum() < 0 || number.compareTo(largest) > 0) {
                throw new BadField(Fault.OUT_OF_RANGE);
            }
            return number.setScale(2);
        };
    }

    Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(,[0-9]{1,15})?");

    static Form whole(int least, int most) {
        return text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw new BadField(Fault.BAD_NUMBER);
            }
            var number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new BadField(Fault.OUT_OF_RANGE);
            }
            return (int) number;
        };
    }

    Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

    static Form yesNo() {
        var claims = Map.of("ja", true, "nee", false);
        return text -> {
            var claim = claims.get(text);
            if (claim == null) {
                throw new BadField(Fault.BAD_YES_NO);
            }
            return claim;
        };
    }

    /** A closed list that the database writes as the export does. */
    static Form code(String... codes) {
        return code(Arrays.stream(codes).collect(Collectors.toMap(code -> code, code -> code)));
    }

    /** A closed list, each code with what the database writes for it. */
    static Form code(Map<String, String> codes) {
        return text -> {
            var code = codes.get(text);
            if (code == null) {
                throw new BadField(Fault.UNKNOWN_CODE);
            }
            return code;
        };
    }

    /** What a commission asks for, and a trajectory gives. */
    static Form product() {
        return code("SPOOR_1", "SPOOR_2", "JOBCOACHING", "WERKFIT", "NAAR_WERK", "PARTICIPATIE");
    }

    static Form purposes() {
        return list(names(Purpose.values()));
    }

    static Form categories() {
        return list(names(DataCategory.values()));
    }

    /** The list, or {@code *} for all of it. */
    static Form orAll(Form list) {
        return text -> text.equals("*") ? Everything.ALL : list.read(text);
    }

    private static Set<String> names(Enum<?>[] members) {
        return Arrays.stream(members).map(Enum::name).collect(Collectors.toSet());
    }

    private static Form list(Set<String> members) {
        return text -> {
            var said = new LinkedHashSet<>(Arrays.asList(BAR.split(text, -1)));
            if (!members.containsAll(said)) {
                throw new BadField(Fault.UNKNOWN_CODE);
            }
            return String.join(",", said);
        };
    }

    Pattern BAR = Pattern.compile("\\|");

    static Form bsn() {
        return text -> {
            if (!Bsn.passesElevenTest(text)) {
                throw new BadField(Fault.BAD_BSN);
            }
            return text;
        };
    }

    static Form kvk() {
        return matching("[0-9]{8}", Fault.BAD_KVK);
    }

    static Form colour() {
        var form = matching("#[0-9a-fA-F]{6}", Fault.BAD_COLOUR);
        return text -> form.read(text).toString().toLowerCase(Locale.ROOT);
    }

    private static Form matching(String pattern, Fault fault) {
        var compiled = Pattern.compile(pattern);
        return text -> {
            if (!compiled.matcher(text).matches()) {
                throw new BadField(fault);
            }
            return text;
        };
    }
}
