package nl.werkvlak.platform.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's caller may be told in JSON: records of which every part says that it is not about a person. What is
 * about a person leaves in a report, through the gate, and in no other way.
 */
final class ForTenants {

    private static final ClassValue<List<String>> UNSAID = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            var unsaid = new ArrayList<String>();
            for (var part : type.getRecordComponents()) {
                if (!isSaid(part)) {
                    unsaid.add(type.getSimpleName() + "." + part.getName());
                }
            }
            return List.copyOf(unsaid);
        }
    };

    private ForTenants() {}

    /** @throws IllegalStateException when a part does not say that it is not about a person: then nothing leaves */
    static void demand(Class<?> body) {
        var unsaid = unsaid(body);
        if (!unsaid.isEmpty()) {
            throw new IllegalStateException("Not for a tenant: " + unsaid);
        }
    }

    /** The parts that do not say what they are, also of the records within. */
    static List<String> unsaid(Class<?> body) {
        return UNSAID.get(body);
    }

    private static boolean isSaid(RecordComponent part) {
        var within = recordIn(part.getGenericType());
        return part.isAnnotationPresent(NoPersonalData.class)
                ? within == null || unsaid(within).isEmpty()
                : within != null && unsaid(within).isEmpty();
    }

    private static @Nullable Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType list) {
            return Arrays.stream(list.getActualTypeArguments())
                    .map(ForTenants::recordIn)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        }
        return type instanceof Class<?> known && known.isRecord() ? known : null;
    }
}
