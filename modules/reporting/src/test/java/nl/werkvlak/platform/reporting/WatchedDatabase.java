package nl.werkvlak.platform.reporting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;

/** A real database, with something that happens before each statement. */
@NullUnmarked
final class WatchedDatabase {

    private WatchedDatabase() {}

    /** What happens; what it throws is thrown in place of the statement. */
    interface Before {
        void statement() throws Exception;
    }

    static DataSource of(DataSource database, Before before) {
        return proxy(DataSource.class, (method, arguments) -> {
            var answer = call(database, method, arguments);
            return answer instanceof Connection connection ? watched(connection, before) : answer;
        });
    }

    private static Connection watched(Connection connection, Before before) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                before.statement();
            }
            return call(connection, method, arguments);
        });
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
