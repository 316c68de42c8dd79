package nl.werkvlak.platform.kernel;

/**
 * A citizen service number (burgerservicenummer).
 *
 * <p>Holding a {@code Bsn} proves that the number passed the eleven-test; it never prints itself in full, so that it
 * cannot leak through a log line or a stack trace (UAVG 46).
 */
public record Bsn(String digits) {

    private static final int LENGTH = 9;
    private static final int ELEVEN = 11;

    public Bsn {
        if (!passesElevenTest(digits)) {
            throw new IllegalArgumentException("Not a valid citizen service number");
        }
    }

    /** Nine digits, not all zero, with the sum of (9..2 times the first eight) minus the ninth divisible by eleven. */
    public static boolean passesElevenTest(String digits) {
        if (!digits.matches("[0-9]{9}") || digits.equals("000000000")) {
            return false;
        }
        int sum = -digit(digits, LENGTH - 1);
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * digit(digits, i);
        }
        return sum % ELEVEN == 0;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }

    /** As a page or report may show it where condition K5 holds: the last three digits. */
    public String masked() {
        return "******" + digits.substring(6);
    }

    @Override
    public String toString() {
        return masked();
    }
}
