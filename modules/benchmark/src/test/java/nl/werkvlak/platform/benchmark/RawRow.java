package nl.werkvlak.platform.benchmark;

import java.util.List;

/**
 * A bean as the bare engine reads it: a row to print, or a point of a chart.
 *
 * @param kind names the band that prints it, or the chart that it is a point of
 */
public record RawRow(String kind, List<String> cells, double value) {

    static RawRow of(String kind, String... cells) {
        return new RawRow(kind, List.of(cells), 0);
    }

    static RawRow point(String chart, String month, double value) {
        return new RawRow(chart, List.of(month), value);
    }

    private String cell(int number) {
        return number < cells.size() ? cells.get(number) : "";
    }

    // The engine asks by the names of beans.

    public String getKind() {
        return kind;
    }

    public String getC1() {
        return cell(0);
    }

    public String getC2() {
        return cell(1);
    }

    public String getC3() {
        return cell(2);
    }

    public String getC4() {
        return cell(3);
    }

    public double getValue() {
        return value;
    }
}
