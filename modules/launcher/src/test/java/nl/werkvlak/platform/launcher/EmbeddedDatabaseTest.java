package nl.werkvlak.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

    /** Deep on purpose: the path is longer than the 107 characters that a socket's may have. */
    private final Path folder = Path.of(
            "target/embedded-database/a-folder-with-a-name-that-is-longer-than-most-names-of-folders-are-but-still-allowed");

    @BeforeEach
    @AfterEach
    void empty_the_folder() throws IOException {
        Folders.delete(folder);
    }

    @Nested
    class A_database_that_starts {

        @Test
        void answers_its_own_user_over_loopback() throws SQLException {
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(database)) {
                assertThat(ask(connection, "select @@bind_address")).isEqualTo("127.0.0.1");
                assertThat(ask(connection, "select schema()")).isEqualTo("werkvlak");
                assertThat(ask(connection, "select @@time_zone")).isEqualTo("+00:00");
            }
        }

        @Test
        void lets_its_user_neither_shorten_nor_date_the_history_of_a_table() throws SQLException {
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(database);
                    var statement = connection.createStatement()) {
                statement.execute("create table fact (value int) with system versioning");
                for (var forbidden : new String[] {"delete history from fact", "set timestamp = 1"}) {
                    assertThatExceptionOfType(SQLException.class)
                            .as(forbidden)
                            .isThrownBy(() -> statement.execute(forbidden));
                }
            }
        }

        @Test
        void tells_codes_apart_as_java_does() throws SQLException {
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(database)) {
                assertThat(ask(connection, "select count(*) from (select 'a' union select 'A' union select 'a ') c"))
                        .isEqualTo("3");
            }
        }

        @Test
        void lets_nobody_in_without_the_password() throws SQLException {
            try (var database = EmbeddedDatabase.start(folder, 0)) {
                for (var user : new String[] {"root", "werkvlak", ""}) {
                    assertThatExceptionOfType(SQLException.class)
                            .as("user '%s'", user)
                            .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, "")
                                    .close());
                }
            }
        }

        @Test
        void leaves_no_password_in_its_folder() throws IOException {
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var files = Files.list(folder)) {
                assertThat(database.password()).hasSize(48);
                assertThat(files.filter(Files::isRegularFile))
                        .noneSatisfy(file -> assertThat(Files.readString(file)).contains(database.password()));
            }
        }
    }

    @Nested
    class A_database_that_was_there_before {

        @Test
        void still_has_its_rows() throws SQLException {
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(database);
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (word varchar(20))");
                statement.execute("insert into kept values ('here')");
            }
            try (var database = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(database)) {
                assertThat(ask(connection, "select word from kept")).isEqualTo("here");
            }
        }

        @Test
        void whose_owner_was_killed_is_stopped_and_started_again() throws SQLException, IOException {
            var first = EmbeddedDatabase.start(folder, 0);
            var orphan = ProcessHandle.of(first.pid()).orElseThrow();
            first.letGoOfTheFolder();

            try (var second = EmbeddedDatabase.start(folder, 0);
                    var connection = connect(second)) {
                assertThat(ask(connection, "select 1")).isEqualTo("1");
                assertThat(orphan.isAlive()).isFalse();
            }
        }
    }

    @Nested
    class A_database_that_cannot_start {

        @Test
        void says_that_its_folder_is_in_use() {
            try (var running = EmbeddedDatabase.start(folder, 0)) {
                assertThat(running.isAlive()).isTrue();
                assertThatExceptionOfType(CannotStart.class)
                        .isThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                        .withMessageContaining("in use");
            }
        }

        @Test
        void says_that_its_port_is_in_use() throws IOException {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertThatExceptionOfType(CannotStart.class)
                        .isThrownBy(() -> EmbeddedDatabase.start(folder, other.getLocalPort()))
                        .withMessage(
                                "Port %d is in use by another program: stop that one or choose another port.",
                                other.getLocalPort());
            }
        }

        @Test
        void says_what_is_wrong_with_its_data_and_leaves_nothing_running() throws IOException {
            EmbeddedDatabase.start(folder, 0).close();
            Files.write(folder.resolve("data/ibdata1"), new byte[4096]);

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                    .withMessageStartingWith("The database did not start: ")
                    .withMessageContaining("ibdata1");
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .allSatisfy(child -> assertThat(Children.ended(child, Duration.ofSeconds(1)))
                            .isTrue());
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
