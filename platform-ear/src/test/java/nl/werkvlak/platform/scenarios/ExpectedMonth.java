package nl.werkvlak.platform.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;

/**
 * What the run of a month has to release, worked out from the CSV files a second time: by strings and plain ifs, with
 * nothing of the platform's own code.
 */
@NullUnmarked
final class ExpectedMonth {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    private final Path export;
    private final Instant at;
    private final LocalDate today;
    private final Map<String, Map<String, String>> commissions;
    private final Map<String, Map<String, String>> clients;
    private final List<Map<String, String>> matrix;
    private final List<Map<String, String>> register;

    ExpectedMonth(Path export, Path db, Instant at) {
        this.export = export;
        this.at = at;
        this.today = at.atZone(AMSTERDAM).toLocalDate();
        this.commissions = by(rows("opdrachten"), "nummer");
        this.clients = by(rows("clienten"), "clientnr");
        this.matrix = ExportFiles.rows(db.resolve("disclosure/matrix-2026-1.csv"), ',');
        this.register = ExportFiles.rows(db.resolve("processing-register/register-2026-1.csv"), ',');
    }

    private List<Map<String, String>> rows(String file) {
        return ExportFiles.rows(export.resolve(file + ".csv"), ';');
    }

    private static Map<String, Map<String, String>> by(List<Map<String, String>> rows, String key) {
        var by = new TreeMap<String, Map<String, String>>();
        rows.forEach(row -> by.put(row.get(key), row));
        return by;
    }

    /** By trajectory number, the categories of its progress report; no categories: it is withheld. */
    Map<String, Set<String>> released() {
        var released = new TreeMap<String, Set<String>>();
        for (var trajectory : rows("trajecten")) {
            var ended = day(trajectory.get("einde"));
            if (day(trajectory.get("start")).isAfter(LAST) || (ended != null && ended.isBefore(FIRST))) {
                continue;
            }
            var categories = new TreeSet<String>();
            for (var cell : matrix) {
                if (cell.get("report_kind").equals("PROGRESS") && mayLeave(trajectory, cell)) {
                    categories.add(cell.get("category"));
                }
            }
            released.put(trajectory.get("trajectnr"), categories);
        }
        return released;
    }

    /** How many reports of all kinds are planned. */
    int planned() {
        return released().size()
                + finals().size()
                + commissions.size()
                + invoices().size();
    }

    /** How many of them nothing may leave of. */
    long withheld() {
        var released = released();
        return released.values().stream().filter(Set::isEmpty).count()
                + finals().stream()
                        .filter(trajectory ->
                                released.getOrDefault(trajectory, Set.of()).isEmpty())
                        .count()
                + invoices().values().stream().filter(isTold -> !isTold).count();
    }

    /** The numbers of the trajectories that ended in the month: a final report goes by the cells of a progress report. */
    private List<String> finals() {
        return rows("trajecten").stream()
                .filter(trajectory -> {
                    var ended = day(trajectory.get("einde"));
                    return ended != null && !ended.isBefore(FIRST) && !ended.isAfter(LAST);
                })
                .map(trajectory -> trajectory.get("trajectnr"))
                .toList();
    }

    /** By number the commissions with hours to be charged, and whether of any of them may be told. */
    private Map<String, Boolean> invoices() {
        var trajectories = by(rows("trajecten"), "trajectnr");
        var invoices = new TreeMap<String, Boolean>();
        for (var hours : rows("uren")) {
            var day = day(hours.get("datum"));
            var trajectory = trajectories.get(hours.get("trajectnr"));
            var commission = trajectory.get("opdracht");
            if (!day.isBefore(FIRST)
                    && !day.isAfter(LAST)
                    && !commissions.get(commission).get("uurtarief").isEmpty()) {
                var isTold = matrix.stream()
                        .anyMatch(cell -> cell.get("report_kind").equals("INVOICE")
                                && cell.get("category").equals("HOURS")
                                && mayLeave(trajectory, cell));
                invoices.merge(commission, isTold, Boolean::logicalOr);
            }
        }
        return invoices;
    }

    /** The canaries that a progress report may show: the new employer's name, where K12 is listed and met. */
    Set<String> permittedCanaries() {
        var released = released();
        var trajectories = by(rows("trajecten"), "trajectnr");
        var permitted = new TreeSet<String>();
        for (var placement : rows("plaatsingen")) {
            var number = placement.get("trajectnr");
            var kind = commissions.get(trajectories.get(number).get("opdracht")).get("ontvangersoort");
            var listsK12 = matrix.stream()
                    .anyMatch(cell -> cell.get("category").equals("RESULT")
                            && cell.get("recipient_kind").equals(kind)
                            && cell.get("report_kind").equals("PROGRESS")
                            && codes(cell).contains("K12"));
            if (listsK12
                    && placement.get("client_geinformeerd").equals("ja")
                    && !day(placement.get("datum")).isAfter(LAST)
                    && released.getOrDefault(number, Set.of()).contains("RESULT")) {
                permitted.add(placement.get("werkgever").replace("Werkgever ", ""));
            }
        }
        return permitted;
    }

    private boolean mayLeave(Map<String, String> trajectory, Map<String, String> cell) {
        var commission = commissions.get(trajectory.get("opdracht"));
        var kind = commission.get("ontvangersoort");
        var category = cell.get("category");
        if (!cell.get("recipient_kind").equals(kind)
                || cell.get("decision").equals("DENY")
                || cell.get("decision").equals("AGG")) {
            return false;
        }
        var declared = register.stream()
                .anyMatch(entry -> entry.get("recipient_kinds").equals(kind)
                        && list(entry.get("categories"), ",").contains(category));
        var ended = day(trajectory.get("einde"));
        var months = category.equals("HOURS") ? 84 : 24;
        return declared
                && hasBasis(trajectory, kind, category)
                && !isRestricted(trajectory, category)
                && (ended == null || today.isBefore(ended.plusMonths(months).plusDays(1)))
                && (!category.equals("CAPACITY") || hasSpecialGround(commission, kind))
                && codes(cell).stream().allMatch(code -> isMet(code, trajectory, commission, kind, category));
    }

    private boolean hasBasis(Map<String, String> trajectory, String kind, String category) {
        var isStopped = rows("bezwaren").stream()
                .anyMatch(objection -> objection.get("clientnr").equals(trajectory.get("clientnr"))
                        && !moment(objection.get("ontvangen_op")).isAfter(at)
                        && !objection.get("uitkomst").equals("ONGEGROND"));
        for (var basis : rows("grondslagen")) {
            var isPersonal = !basis.get("trajectnr").isEmpty();
            var covers = isPersonal
                    ? basis.get("trajectnr").equals(trajectory.get("trajectnr"))
                    : basis.get("opdracht").equals(trajectory.get("opdracht"));
            var last = day(basis.get("einde"));
            var isInForce = !today.isBefore(day(basis.get("ingang"))) && (last == null || !today.isAfter(last));
            if (!covers || !isInForce || !list(basis.get("categorieen"), "\\|").contains(category)) {
                continue;
            }
            var usable = switch (basis.get("letter")) {
                case "a" -> list("U G", " ").contains(kind) && !isStopped;
                case "b" -> true;
                case "c" -> isPersonal;
                case "d" ->
                    basis.get("belangenafweging").equals("VOORDEEL")
                            && !today.isBefore(day(basis.get("belangenafweging_datum")))
                            && isAdult(trajectory)
                            && !isStopped;
                case "f" ->
                    isPersonal
                            && !list("BSN HEALTH SPECIAL CRIMINAL", " ").contains(category)
                            && !(category.equals("CAPACITY") && kind.startsWith("E"))
                            && (basis.get("ingetrokken_op").isEmpty()
                                    || moment(basis.get("ingetrokken_op")).isAfter(at));
                default -> false;
            };
            if (usable) {
                return true;
            }
        }
        return false;
    }

    private boolean isAdult(Map<String, String> trajectory) {
        var born = day(clients.get(trajectory.get("clientnr")).get("geboortedatum"));
        return !today.isBefore(born.plusYears(18));
    }

    private boolean isRestricted(Map<String, String> trajectory, String category) {
        return rows("beperkingen").stream()
                .anyMatch(restriction -> restriction.get("clientnr").equals(trajectory.get("clientnr"))
                        && (restriction.get("categorieen").equals("*")
                                || list(restriction.get("categorieen"), "\\|").contains(category))
                        && !moment(restriction.get("vanaf")).isAfter(at)
                        && (restriction.get("opgeheven_op").isEmpty()
                                || moment(restriction.get("opgeheven_op")).isAfter(at)));
    }

    private static boolean hasSpecialGround(Map<String, String> commission, String kind) {
        var ground = commission.get("bijzondere_grond");
        return ground.equals("H1") || (kind.equals("V") && ground.equals("H2"));
    }

    private boolean isMet(
            String code, Map<String, String> trajectory, Map<String, String> commission, String kind, String category) {
        var number = trajectory.get("trajectnr");
        return switch (code) {
            case "K1" -> list(commission.get("categorieen"), "\\|").contains(category);
            case "K2" ->
                rows("inzage_concept").stream()
                        .anyMatch(shown -> shown.get("trajectnr").equals(number)
                                && shown.get("periode").equals("2026-10"));
            case "K3" ->
                rows("belastbaarheid").stream()
                        .anyMatch(statement -> statement.get("trajectnr").equals(number)
                                && !today.isBefore(day(statement.get("bron_datum")))
                                && (statement.get("geldig_tot").isEmpty()
                                        || !today.isAfter(day(statement.get("geldig_tot")))));
            case "K4" -> !commission.get("geheimhouding_getekend").isEmpty();
            case "K5" -> list("U G", " ").contains(kind);
            case "K7", "K8", "K11", "K14" -> false;
            case "K17" -> commission.get("product").equals("JOBCOACHING");
            case "K19" -> commission.get("ziektegerelateerd").equals("ja");
            default -> true;
        };
    }

    private static List<String> codes(Map<String, String> cell) {
        return list(cell.get("codes"), " ");
    }

    private static List<String> list(String text, String separator) {
        return Arrays.asList(text.split(separator));
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text, DAY);
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text, MOMENT).atZone(AMSTERDAM).toInstant();
    }
}
