package nl.werkvlak.platform.disclosure;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds the types in which a text could stand without being a text itself, or a list of texts: the guard sees only those. */
final class HiddenText {

    private HiddenText() {}

    static boolean mayStandIn(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return mayStandInOne(list.getActualTypeArguments()[0]);
        }
        return mayStandInOne(type);
    }

    private static boolean mayStandInOne(Type type) {
        return type != String.class && !(type instanceof Class<?> kind && isWithout(kind, new HashSet<>()));
    }

    private static boolean isWithout(Class<?> type, Set<Class<?>> seen) {
        if (type.isPrimitive() || type.isEnum() || type == Boolean.class || type == UUID.class || !seen.add(type)) {
            return true;
        }
        if (type.isRecord() && Projector.DOCUMENTS.get(type)) {
            // Its parts answer for themselves.
            return true;
        }
        var name = type.getName();
        if (name.startsWith("java.time.") || (name.startsWith("java.") && Number.class.isAssignableFrom(type))) {
            return true;
        }
        return !name.startsWith("java.")
                && !type.isInterface()
                && !type.isArray()
                && (type.isRecord() || type.getSuperclass() == Object.class)
                && Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .allMatch(field -> isWithout(field.getType(), seen));
    }
}
