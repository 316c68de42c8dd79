package nl.werkvlak.platform.processingregister;

import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterEntriesTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final String id = "REG-TEST-" + IDS.incrementAndGet();
    private final RegisterEntries register = deskAt(NOW);

    @Nested
    class An_entry {

        @Test
        void is_kept_with_who_recorded_it_when_and_why() {
            var recorded = record(entry(TODAY.plusDays(1), null, null));

            assertThat(register.get(id)).isEqualTo(recorded);
            assertThat(recorded.recordedBy()).isEqualTo("anna");
            assertThat(recorded.recordedAt()).isEqualTo(NOW);
            assertThat(recorded.reason()).isEqualTo("a new contract");
            assertThat(recorded.categories()).isEqualTo(EnumSet.of(EDU, GOAL));
            assertThat(recorded.endedBy()).isNull();
        }

        @Test
        void declares_from_the_midnight_of_its_first_day_to_that_after_its_last() throws SQLException {
            record(entry(TODAY.plusDays(1), TODAY.plusDays(3), null));

            assertThat(declaredAt(Period.startOf(TODAY.plusDays(1)).minusNanos(1000)))
                    .isFalse();
            assertThat(declaredAt(Period.startOf(TODAY.plusDays(1)))).isTrue();
            assertThat(declaredAt(Period.startOf(TODAY.plusDays(4)).minusNanos(1000)))
                    .isTrue();
            assertThat(declaredAt(Period.startOf(TODAY.plusDays(4)))).isFalse();
        }

        @Test
        void is_listed_once_by_id_a_page_at_a_time() {
            record(entry(TODAY.plusDays(1), null, null));
            var seen = new ArrayList<String>();
            var page = register.list(null, 2);
            while (page.next() != null) {
                assertThat(page.items()).hasSize(2);
                page.items().forEach(one -> seen.add(one.id()));
                page = register.list(page.next(), 2);
            }
            page.items().forEach(one -> seen.add(one.id()));
            assertThat(seen).contains(id, "REG-U").doesNotHaveDuplicates().isSorted();
        }

        @Test
        void is_followed_by_another_that_begins_when_it_ends_in_one_act() {
            var old = record(entry(TODAY.plusDays(1), null, null));
            var next = new NewEntry(
                    id + "-B",
                    "2027-1",
                    "T",
                    Set.of(Purpose.P7),
                    Set.of(EDU),
                    Set.of(RecipientKind.V),
                    TODAY.plusDays(10),
                    null,
                    old.id());
            register.record(next, "bas", "without goals");

            var ended = register.get(old.id());
            assertThat(ended.lastDay()).isEqualTo(TODAY.plusDays(9));
            assertThat(ended.endedBy()).isEqualTo("bas");
            assertThat(ended.endReason()).isEqualTo("without goals");
            assertThat(ended.reason()).as("its own reason stays").isEqualTo("a new contract");
            assertThat(register.get(id + "-B").replaces()).isEqualTo(old.id());
        }

        @Test
        void that_cannot_follow_leaves_what_it_was_to_replace_as_it_was() {
            var old = record(entry(TODAY.plusDays(1), null, null));
            var sameId = new NewEntry(
                    id,
                    "2027-1",
                    "T",
                    Set.of(Purpose.P7),
                    Set.of(EDU),
                    Set.of(RecipientKind.V),
                    TODAY.plusDays(10),
                    null,
                    old.id());
            assertRefused("entry-exists", () -> record(sameId));
            assertThat(register.get(id).lastDay()).isNull();
        }

        @Test
        void names_every_field_that_is_wrong() {
            var wrong =
                    new NewEntry("reg 1", "one", " ", Set.of(), Set.of(), Set.of(), TODAY, TODAY.minusDays(1), null);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> record(wrong))
                    .satisfies(refusal -> assertThat(refusal.fields())
                            .containsOnly(
                                    Map.entry("id", "not-an-entry-id"),
                                    Map.entry("version", "not-a-version"),
                                    Map.entry("title", "missing"),
                                    Map.entry("purposes", "missing"),
                                    Map.entry("categories", "missing"),
                                    Map.entry("recipientKinds", "missing"),
                                    Map.entry("firstDay", "not-in-the-future"),
                                    Map.entry("lastDay", "end-before-start")));
        }

        @Test
        void replaces_something_that_is_there() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> record(entry(TODAY.plusDays(1), null, "REG-NONE")))
                    .returns(Map.of("replaces", "not-an-entry"), Refusal::fields);
        }
    }

    @Nested
    class The_end_of_an_entry {

        @Test
        void lies_ahead_and_is_recorded_once() {
            record(entry(TODAY.plusDays(1), null, null));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> register.end(id, TODAY.minusDays(1), "bas", "too late"))
                    .returns(Map.of("lastDay", "in-the-past"), Refusal::fields);
            assertRefused("end-before-start", () -> register.end(id, TODAY, "bas", "before it began"));

            register.end(id, TODAY.plusDays(5), "bas", "the contract ends");

            assertRefused("entry-ended", () -> register.end(id, TODAY.plusDays(4), "cor", "again"));
            assertThat(register.get(id).endReason()).isEqualTo("the contract ends");
        }

        @Test
        void comes_no_later_than_what_was_recorded_at_first() {
            record(entry(TODAY.plusDays(1), TODAY.plusDays(3), null));
            assertRefused("entry-ended", () -> register.end(id, TODAY.plusDays(4), "bas", "a day more"));
            assertThat(register.end(id, TODAY.plusDays(2), "bas", "a day less").lastDay())
                    .isEqualTo(TODAY.plusDays(2));
        }

        @Test
        void of_an_entry_that_is_not_there_is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> register.end("REG-NONE", TODAY, "bas", "why not"))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    @Nested
    class The_database_itself {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update register_entry set categories = 'HEALTH' where id = 'REG-U'",
                    "update register_entry set last_day = '2020-01-01' where id = 'REG-U'",
                    "update register_entry set last_day = '2020-01-01', ended_by = 'x', ended_at = '2026-11-25',"
                            + " end_reason = 'y' where id = 'REG-U'",
                    "update register_entry set last_day = '2030-01-01', ended_by = 'x', ended_at = '2026-11-25',"
                            + " end_reason = 'y', purposes = 'P1' where id = 'REG-U'",
                    "delete from register_entry where id = 'REG-U'",
                    "update retention_rule set months = 1",
                    "delete from retention_rule",
                })
        void keeps_what_was_recorded(String forbidden) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                try (var connection = DATABASE.getConnection()) {
                    Sql.ofPlatform(connection).update(forbidden);
                }
            });
        }
    }

    private boolean declaredAt(Instant at) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            return ProcessingRegister.load(Sql.ofPlatform(connection)).entries().stream()
                    .filter(entry -> entry.id().equals(id))
                    .anyMatch(entry -> entry.declares(Purpose.P7, DataCategory.GOAL, RecipientKind.V)
                            && entry.period().holds(at));
        }
    }

    private NewEntry entry(LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable String replaces) {
        return new NewEntry(
                id,
                "2026-2",
                "Title",
                Set.of(Purpose.P7),
                Set.of(EDU, GOAL),
                Set.of(RecipientKind.V),
                firstDay,
                lastDay,
                replaces);
    }

    private RecordedEntry record(NewEntry entry) {
        return register.record(entry, "anna", "a new contract");
    }

    private static RegisterEntries deskAt(Instant now) {
        return new RegisterEntries(DATABASE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(code, Refusal::code);
    }
}
