package nl.werkvlak.platform.benchmark;

import org.jspecify.annotations.Nullable;

/** A bean as the bare engine reads it: a row to print, or (with a month) a point of the chart. */
public record RawRow(
        String kind,
        String c1,
        String c2,
        String c3,
        String c4,
        @Nullable String month,
        double value) {

    static RawRow of(String kind, String c1, String c2, String c3, String c4) {
        return new RawRow(kind, c1, c2, c3, c4, null, 0);
    }

    static RawRow point(String month, double value) {
        return new RawRow("point", "", "", "", "", month, value);
    }

    // The engine asks by the names of beans.

    public String getKind() {
        return kind;
    }

    public String getC1() {
        return c1;
    }

    public String getC2() {
        return c2;
    }

    public String getC3() {
        return c3;
    }

    public String getC4() {
        return c4;
    }

    public @Nullable String getMonth() {
        return month;
    }

    public double getValue() {
        return value;
    }
}
