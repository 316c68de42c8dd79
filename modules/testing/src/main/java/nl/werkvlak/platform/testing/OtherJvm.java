package nl.werkvlak.platform.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** Another process of a test, as a node of a cluster is one: with the same class path, on the same schema. */
public final class OtherJvm {

    /** The address holds a password, which is no argument: those can be read by everybody. */
    private static final String DATABASE = "DATABASE";

    private OtherJvm() {}

    /** To be started; what it tells goes where the caller wants it. */
    public static ProcessBuilder of(Class<?> main, DataSource schema, String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add("-Djava.awt.headless=true");
        command.add("-Duser.timezone=UTC");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main.getName()));
        var builder = new ProcessBuilder(command);
        builder.environment().put(DATABASE, TestDatabase.address(schema));
        return builder;
    }

    /** In the other process: the schema that it was started for. */
    public static DataSource database() throws SQLException {
        return new MariaDbPoolDataSource(Objects.requireNonNull(System.getenv(DATABASE), DATABASE)
                + "&maxPoolSize=16&minPoolSize=0&registerJmxPool=false");
    }
}
