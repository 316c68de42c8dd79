package nl.werkvlak.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Shipped;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixDraftTest {

    @Nested
    class A_cell {

        @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
        @CsvSource({
            "EDU,   E1, PROGRESS,       ALLOW, K1",
            "EDU,   E1, PROGRESS,       ALLOW, ",
            "EDU,   E1, PROGRESS,       COND,  K1 K2",
            "EDU,   E1, ACCOUNTABILITY, AGG,   K9",
            "EDU,   E1, INVOICE,        DENY,  N1 N7",
            "BSN,   U,  INVOICE,        COND,  K5",
            "BSN,   G,  PROGRESS,       ALLOW, K1 K5",
            "CAPACITY, V, PROGRESS,     COND,  K3 K4",
            "NOTE,  U,  PROGRESS,       DENY,  N5",
        })
        void may_say_this(String category, String recipient, String report, String decision, String codes) {
            assertThat(faultsOf(category, recipient, report, decision, codes)).isEmpty();
        }

        @ParameterizedTest(name = "{0} {1} {2}: {3} {4} is {6} in {5}")
        @CsvSource({
            "SHOE, E1, PROGRESS,       ALLOW, K1,    .category,      unknown-choice",
            "EDU,  W,  PROGRESS,       ALLOW, K1,    .recipientKind, unknown-choice",
            "EDU,  E1, WEEKLY,         ALLOW, K1,    .reportKind,    unknown-choice",
            "EDU,  E1, FINAL,          ALLOW, K1,    .reportKind,    unknown-choice",
            "EDU,  E1, PROGRESS,       MAYBE, K1,    .decision,      unknown-choice",
            "EDU,  E1, PROGRESS,       allow, K1,    .decision,      unknown-choice",
            "EDU,  E1, PROGRESS,       ALLOW, K21,   .codes,         unknown-code",
            "EDU,  E1, PROGRESS,       ALLOW, K0,    .codes,         unknown-code",
            "EDU,  E1, PROGRESS,       DENY,  N8,    .codes,         unknown-code",
            "EDU,  E1, PROGRESS,       DENY,  MATRIX_N1, .codes,     unknown-code",
            "EDU,  E1, PROGRESS,       DENY,  ,      '',             denial-without-reason",
            "EDU,  E1, PROGRESS,       DENY,  K1,    '',             denial-without-reason",
            "EDU,  E1, PROGRESS,       DENY,  N1 K1, '',             denial-with-condition",
            "EDU,  E1, PROGRESS,       ALLOW, N1,    '',             reason-without-denial",
            "EDU,  E1, PROGRESS,       COND,  K1 N1, '',             reason-without-denial",
            "EDU,  E1, PROGRESS,       COND,  ,      '',             condition-missing",
            "EDU,  E1, PROGRESS,       AGG,   K9,    '',             aggregate-misplaced",
            "EDU,  E1, INVOICE,        AGG,   K9,    '',             aggregate-misplaced",
            "EDU,  E1, ACCOUNTABILITY, AGG,   ,      '',             aggregate-misplaced",
            "BSN,  E1, PROGRESS,       COND,  K5,    '',             bsn-not-here",
            "BSN,  V,  INVOICE,        ALLOW, K5,    '',             bsn-not-here",
            "BSN,  U,  PROGRESS,       ALLOW, K1,    '',             bsn-not-here",
            "BSN,  U,  ACCOUNTABILITY, AGG,   K5 K9, '',             bsn-not-here",
            "CAPACITY, E1, PROGRESS,   COND,  K3,    '',             capacity-unguarded",
            "CAPACITY, E1, PROGRESS,   COND,  K4,    '',             capacity-unguarded",
            "CAPACITY, U, ACCOUNTABILITY, AGG, K3 K4 K9, '',         capacity-unguarded",
        })
        void may_not_say_this(
                String category,
                String recipient,
                String report,
                String decision,
                String codes,
                String field,
                String fault) {
            assertThat(faultsOf(category, recipient, report, decision, codes))
                    .containsExactly(entry("cells[0]" + field, fault));
        }

        @ParameterizedTest
        @EnumSource(names = {"HEALTH", "SPECIAL", "CRIMINAL", "NOTE"})
        void of_what_never_leaves_denies_whatever_the_recipient_and_the_condition(DataCategory category) {
            for (var recipient : RecipientKind.values()) {
                for (var cell : List.of("ALLOW,K1", "COND,K7", "COND,K8", "COND,K14")) {
                    var words = cell.split(",", -1);
                    assertThat(faultsOf(category.name(), recipient.name(), "PROGRESS", words[0], words[1]))
                            .containsValue("never-leaves");
                }
                assertThat(faultsOf(category.name(), recipient.name(), "ACCOUNTABILITY", "AGG", "K9"))
                        .containsValue("never-leaves");
            }
        }

        @Test
        void may_be_given_once() {
            var cell = new CellWords("EDU", "E1", "PROGRESS", "DENY", List.of("N1"));
            assertThat(MatrixDraft.ofCells(List.of(cell, cell)).faults()).containsExactly(entry("cells[1]", "twice"));
        }

        @Test
        void reads_back_as_it_was_written() {
            var draft = MatrixDraft.ofCells(
                    List.of(new CellWords("EDU", "E1", "PROGRESS", "COND", List.of("K10", "K2", "K1"))));
            var cell = Objects.requireNonNull(
                    draft.cells().get(new Place(DataCategory.EDU, RecipientKind.E1, ReportKind.PROGRESS)));
            assertThat(cell.verdict()).isEqualTo(Cell.Verdict.COND);
            assertThat(cell.codes()).isEqualTo("K1 K2 K10");
        }

        private Map<String, String> faultsOf(
                String category, String recipient, String report, String decision, String codes) {
            var list = codes == null ? List.<String>of() : List.of(codes.split(" ", -1));
            return MatrixDraft.ofCells(List.of(new CellWords(category, recipient, report, decision, list)))
                    .faults();
        }
    }

    @Nested
    class A_whole_matrix_in_csv {

        private final String delivered = delivered();

        @Test
        void is_read_as_it_is_delivered() {
            var draft = MatrixDraft.ofCsv("2026-1", delivered);
            assertThat(draft.faults()).isEmpty();
            assertThat(draft.cells())
                    .isEqualTo(Shipped.RULE.matrix().versions().get(0).cells());
        }

        @Test
        void may_come_from_another_kind_of_machine() {
            assertThat(MatrixDraft.ofCsv("2026-1", delivered.replace("\n", "\r\n"))
                            .faults())
                    .isEmpty();
        }

        @Test
        void that_was_cut_off_is_refused() {
            var lines = delivered.lines().toList();
            assertThat(MatrixDraft.ofCsv("2026-1", String.join("\n", lines.subList(0, 200)))
                            .faults())
                    .containsExactly(entry("csv", "cells-missing"));
        }

        @Test
        void tells_all_faults_each_with_its_line() {
            var csv = delivered
                    .replace("2026-1,IDENT,E2,PROGRESS,ALLOW,K1 K10", "2026-1,IDENT,E2,PROGRESS,ALLOW,K1 K99")
                    .replace("2026-1,IDENT,U,PROGRESS,ALLOW,K1 K10", "2026-2,IDENT,U,PROGRESS,ALLOW,K1 K10")
                    .replace("2026-1,IDENT,G,PROGRESS,ALLOW,K1 K10", "2026-1;IDENT;G;PROGRESS;ALLOW;K1 K10")
                    .replace("2026-1,HEALTH,U,PROGRESS,DENY,N2 N7", "2026-1,HEALTH,U,PROGRESS,ALLOW,K1");
            assertThat(MatrixDraft.ofCsv("2026-1", csv).faults())
                    .containsOnly(
                            entry("csv[3].codes", "unknown-code"),
                            entry("csv[4].version", "another-version"),
                            entry("csv[5]", "not-six-columns"),
                            entry("csv[" + lineOf("HEALTH,U,PROGRESS") + "]", "never-leaves"));
        }

        @Test
        void without_its_header_is_no_matrix() {
            assertThat(MatrixDraft.ofCsv("2026-1", "").faults()).containsExactly(entry("csv[1]", "not-the-header"));
        }

        private int lineOf(String cell) {
            var lines = delivered.lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(cell)) {
                    return i + 1;
                }
            }
            throw new IllegalStateException("No such line");
        }
    }

    static String delivered() {
        try (var file = Objects.requireNonNull(
                MatrixDraftTest.class.getResourceAsStream("/db/disclosure/matrix-2026-1.csv"), "matrix")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
