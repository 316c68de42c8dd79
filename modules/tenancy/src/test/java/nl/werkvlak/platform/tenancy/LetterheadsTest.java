package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class LetterheadsTest {

    private static final TenantId A = TenantId.ofCode("AAA");
    private static final TenantId B = TenantId.ofCode("BBB");

    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    private DataSource database;
    private Letterheads letterheads;

    @BeforeEach
    void two_tenants_of_one_name() throws SQLException {
        database = TestDatabase.fresh();
        letterheads = new Letterheads(database, Clock.fixed(NOON, ZoneOffset.UTC));
        try (var connection = database.getConnection()) {
            for (var tenant : List.of(A, B)) {
                Sql.ofPlatform(connection)
                        .update(
                                "insert into tenant (id, code, name, kind, brand_colour)"
                                        + " values (?, ?, 'Zelfde Naam B.V.', 'EMPLOYER', '#0b6b50')",
                                tenant,
                                tenant.equals(A) ? "AAA" : "BBB");
            }
        }
    }

    private static Logo logo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "png", out);
        return Logo.drawn(out.toByteArray());
    }

    @Test
    void a_logo_is_that_of_its_own_tenant_and_goes_when_it_is_taken_away() throws IOException {
        var logo = logo();
        letterheads.logo(A, logo, "admin-a");

        assertThat(letterheads.get(A).logo().jpeg()).isEqualTo(logo.jpeg());
        assertThat(letterheads.get(B).logo()).isNull();

        letterheads.logo(A, null, "admin-a");

        assertThat(letterheads.get(A)).isEqualTo(new Letterhead("#0b6b50", null));
    }

    @Test
    void a_colour_is_that_of_its_own_tenant() {
        letterheads.colour(A, "#ff6600", "admin-a");

        assertThat(letterheads.get(A).brandColour()).isEqualTo("#ff6600");
        assertThat(letterheads.get(B).brandColour()).isEqualTo("#0b6b50");
    }

    @Test
    void a_colour_that_is_taken_away_is_the_platforms_own() {
        letterheads.colour(A, null, "admin-a");

        assertThat(letterheads.get(A).brandColour()).isNull();
        assertThat(letterheads.get(B).brandColour()).isEqualTo("#0b6b50");
    }

    @Test
    void who_changed_it_into_what_and_when_stays_on_record() throws IOException, SQLException {
        letterheads.colour(A, "#ff6600", "admin-a");
        letterheads.logo(A, logo(), "admin-b");
        letterheads.colour(A, null, "admin-b");

        assertThat(letterheads.changes(A))
                .extracting(LetterheadChange::what, LetterheadChange::brandColour, LetterheadChange::by)
                .containsExactlyInAnyOrder(
                        tuple(LetterheadChange.What.COLOUR, "#ff6600", "admin-a"),
                        tuple(LetterheadChange.What.LOGO, null, "admin-b"),
                        tuple(LetterheadChange.What.COLOUR, null, "admin-b"));
        assertThat(letterheads.changes(A))
                .allSatisfy(change -> assertThat(change.at()).isEqualTo(NOON));
        assertThat(letterheads.changes(A))
                .filteredOn(change -> change.what() == LetterheadChange.What.LOGO)
                .singleElement()
                .satisfies(change -> assertThat(change.logoDigest()).matches("[0-9a-f]{64}"));
        assertThat(letterheads.changes(B)).isEmpty();
        for (var change : List.of(
                "update letterhead_change set changed_by = 'x' where tenant_id = :tenant",
                "delete from letterhead_change where tenant_id = :tenant")) {
            try (var connection = database.getConnection()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Sql.ofTenant(connection, A).update(change))
                        .withMessageContaining("stays on record");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#0B6B50", "#0b6b5", "#0b6b50;", "url(x)"})
    void what_is_no_colour_is_refused(String colour) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> letterheads.colour(A, colour, "admin-a"))
                .returns("not-a-colour", Refusal::code);
    }

    @Test
    void the_database_keeps_nothing_but_a_jpeg() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            Sql.ofPlatform(connection).update("update tenant set logo = '<svg/>' where id = ?", A))
                    .withMessageContaining("ck_tenant_logo");
        }
    }
}
