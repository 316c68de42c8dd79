package nl.werkvlak.platform.reporting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;

/** A database that tells each statement before it is made: to count them, or to let something happen in between. */
@NullUnmarked
final class ListeningDatabase {

    private ListeningDatabase() {}

    /** What happens; what it throws is thrown in place of the statement. */
    interface Listener {
        void hear(String statement) throws Exception;
    }

    static DataSource over(DataSource database, Listener listener) {
        return wrap(
                DataSource.class,
                database,
                "getConnection",
                (connection, arguments) ->
                        wrap(Connection.class, (Connection) connection, "prepareStatement", (statement, sql) -> {
                            listener.hear((String) sql[0]);
                            return statement;
                        }));
    }

    private interface Then {
        Object of(Object answer, Object[] arguments) throws Exception;
    }

    private static <T> T wrap(Class<T> type, T wrapped, String method, Then then) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    try {
                        var answer = called.invoke(wrapped, arguments);
                        return called.getName().equals(method) ? then.of(answer, arguments) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
