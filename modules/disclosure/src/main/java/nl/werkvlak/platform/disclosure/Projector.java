package nl.werkvlak.platform.disclosure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Empties the parts of a document that are not released, by what the parts themselves say that they carry.
 *
 * <p>It knows no document. A record, or a list of records, is descended into, also in a part that claims to be neutral; a
 * part that is neither annotated nor a record stops everything, whatever it holds: what has no category cannot leave.
 */
final class Projector {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /** At least one of its parts says what it carries. */
    static final ClassValue<Boolean> DOCUMENTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .anyMatch(part ->
                            part.isAnnotationPresent(Carries.class) || part.isAnnotationPresent(NoPersonalData.class));
        }
    };

    private Projector() {}

    /**
     * Empties what is not shown, and of what is shown the texts that may not leave.
     *
     * @param texts asked about every text in a part that carries a category
     */
    static <D extends Record> D project(D document, Predicate<Carries> shows, BiPredicate<Carries, String> texts) {
        @SuppressWarnings("unchecked") // A shape makes what it was made of.
        var projected = (D) SHAPES.get(document.getClass()).project(document, new Judges(shows, texts));
        return projected;
    }

    /** Who says what is shown. */
    private record Judges(Predicate<Carries> parts, BiPredicate<Carries, String> texts) {}

    /** One part of a record. */
    private record Part(MethodHandle read, @Nullable Carries carries, boolean isAnnotated) {

        static Part of(RecordComponent component) {
            var carries = component.getAnnotation(Carries.class);
            var isNeutral = component.isAnnotationPresent(NoPersonalData.class);
            demandAnswer(component, carries != null, isNeutral);
            try {
                var read = MethodHandles.publicLookup().unreflect(component.getAccessor());
                return new Part(read, carries, carries != null || isNeutral);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("A document has to be a public record", e);
            }
        }

        /** Looked at once per kind of document, whatever it holds: what cannot be judged stops it before it is filled. */
        private static void demandAnswer(RecordComponent component, boolean isPersonal, boolean isNeutral) {
            var name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
            var type = component.getGenericType();
            if (isPersonal && isNeutral) {
                throw new IllegalStateException(name + " cannot carry a category and be without personal data");
            }
            if (!isPersonal && !isNeutral && !isRecord(type) && !isListOfRecords(type)) {
                throw new IllegalStateException(name + " carries no category, so it cannot leave");
            }
            if (isPersonal && component.getType().isPrimitive()) {
                throw new IllegalStateException(name + " cannot be emptied, so it cannot be withheld");
            }
            if (holdsRecords(type) && !isRecord(type) && !isListOfRecords(type)) {
                throw new IllegalStateException(name + " holds records in something else than a list");
            }
            if (isPersonal && HiddenText.mayStandIn(type)) {
                throw new IllegalStateException(name + " may hold a text that the guard does not see");
            }
        }

        @Nullable
        Object project(Object document, Judges judges) throws Throwable {
            var value = read.invoke(document);
            if (carries != null && !judges.parts().test(carries)) {
                return value instanceof List<?> ? List.of() : null;
            }
            if (value instanceof List<?> list) {
                var projected = new ArrayList<@Nullable Object>(list.size());
                for (var element : list) {
                    if (!isHeld(element, judges)) {
                        projected.add(inside(element, judges));
                    }
                }
                return projected;
            }
            return isHeld(value, judges) ? null : inside(value, judges);
        }

        private boolean isHeld(@Nullable Object value, Judges judges) {
            return carries != null
                    && value instanceof String text
                    && !judges.texts().test(carries, text);
        }

        /** What lies in a part that is shown; a record that is one value, such as a count, stays as it is. */
        private @Nullable Object inside(@Nullable Object value, Judges judges) {
            return value instanceof Record nested && (!isAnnotated || DOCUMENTS.get(nested.getClass()))
                    ? SHAPES.get(nested.getClass()).project(nested, judges)
                    : value;
        }
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> kind && kind.isRecord();
    }

    private static boolean isListOfRecords(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && isRecord(list.getActualTypeArguments()[0]);
    }

    /** A record stands somewhere in the type. */
    private static boolean holdsRecords(Type type) {
        if (type instanceof ParameterizedType container) {
            return Arrays.stream(container.getActualTypeArguments()).anyMatch(Projector::holdsRecords);
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).anyMatch(Projector::holdsRecords);
        }
        return type instanceof Class<?> kind
                && (kind.isRecord()
                        || (kind.isArray() && kind.getComponentType().isRecord()));
    }

    /** How a record is taken apart and made again. */
    private record Shape(List<Part> parts, MethodHandle make) {

        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(
                        Arrays.stream(components).map(Part::of).toList(),
                        MethodHandles.publicLookup()
                                .findConstructor(type, MethodType.methodType(void.class, types))
                                .asSpreader(Object[].class, types.length));
            } catch (NoSuchMethodException | IllegalAccessException e) {
                throw new IllegalStateException("A document has to be a public record", e);
            }
        }

        Object project(Object document, Judges judges) {
            try {
                var values = new @Nullable Object[parts.size()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = parts.get(i).project(document, judges);
                }
                return make.invoke(values);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A document that cannot be taken apart", e);
            }
        }
    }
}
