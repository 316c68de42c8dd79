package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static nl.werkvlak.platform.onboarding.ExportBuilder.anExportOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an export holds: twice is once, and every row is of the tenant of its trajectory. */
class RandomExportTest {

    private static final List<String> OF_TRAJECTORY = List.of(
            "goal",
            "agreement",
            "contact_moment",
            "job_application",
            "progress",
            "capacity_statement",
            "placement",
            "strength",
            "internal_note",
            "hours_worked",
            "concept_preview");

    private static final List<String> TENANT_TABLES = List.of(
            "commission", "client", "trajectory", "goal", "contact_moment", "hours_worked", "legal_basis", "objection");

    private static Importing importing;
    private static List<String> theOthers;

    @BeforeAll
    static void bring_other_tenants_in() {
        importing = new Importing();
        importing.all(anExport().inFolder());
        theOthers = theOthers();
    }

    /** Every row of ALFA and BETA, by what was imported and how often it was changed since. */
    private static List<String> theOthers() {
        return TENANT_TABLES.stream()
                .flatMap(table -> importing
                        .ask("select concat_ws('|', '" + table + "', x.id, hex(x.source_digest)) as answer from "
                                + table
                                + " x join tenant t on t.id = x.tenant_id where t.code in ('ALFA', 'BETA') order by 1")
                        .stream())
                .toList();
    }

    private static ExportBuilder random(Random random) {
        var export = anExportOf("GAMMA", "DELTA");
        for (var i = 10; i < 60; i++) {
            var side = 1 + random.nextInt(2);
            var tenant = side == 1 ? "GAMMA" : "DELTA";
            var name = i % 7 == 0 ? "'s-Gravenhage; \"\"Özil\"\" 😀" : "Jansen";
            export.add(
                    "clienten.csv",
                    "C" + i + ";" + tenant + ";\"" + name + "\";Anna;27-03-1970;;Straat " + random.nextInt() + ";;;;;");
            export.add(
                    "trajecten.csv",
                    "T" + i + ";O" + side + ";C" + i + ";c" + (1 + random.nextInt(2))
                            + ";SPOOR_1;01-02-2026;;;;;;;Doel " + random.nextInt(1_000) + ";;;");
            for (var j = random.nextInt(20); j > 0; j--) {
                export.add("doelen.csv", "T" + i + ";" + j + ";Doel " + random.nextInt(1_000) + ";;OPEN");
                export.add(
                        "contactmomenten.csv",
                        "T" + i + ";" + (10 + j) + "-04-2026 15:15;GESPREK;" + random.nextInt(90) + ";AANWEZIG;");
                export.add("uren.csv", "T" + i + ";12-04-2026;" + random.nextInt(24) + ",25;BEGELEIDING");
                export.add("interne_notities.csv", "T" + i + ";12-04-2026 15:15;c1;Notitie " + random.nextInt());
                export.add("sterke_punten.csv", "T" + i + ";STERK;Punt " + random.nextInt(3));
            }
            if (random.nextInt(4) == 0) {
                export.add("bezwaren.csv", "C" + i + ";T" + i + ";P7;22-09-2026 10:30;;");
                export.add(
                        "grondslagen.csv",
                        "B" + i + ";;T" + i + (side == 1 ? ";b" : ";a") + ";P7;GOAL;01-01-2025;;Wet;;;;;");
            }
        }
        return export;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void comes_in_once_and_touches_nobody_else(long seed) {
        var export = random(new Random(seed)).inFolder();
        assertThat(importing.all(export).state()).isEqualTo(State.DONE);
        assertThat(importing.all(export).files())
                .allSatisfy(file -> assertThat(file.unchanged()).isEqualTo(file.read()));
        for (var table : OF_TRAJECTORY) {
            assertThat(importing.ask("select count(*) as answer from " + table
                            + " x left join trajectory t on t.tenant_id = x.tenant_id and t.id = x.trajectory_id"
                            + " where t.id is null"))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(importing.ask(
                        "select count(*) as answer from trajectory t join commission c on c.id = t.commission_id"
                                + " join client k on k.id = t.client_id"
                                + " where c.tenant_id <> t.tenant_id or k.tenant_id <> t.tenant_id"))
                .containsExactly("0");
        assertThat(theOthers()).isEqualTo(theOthers);
    }
}
