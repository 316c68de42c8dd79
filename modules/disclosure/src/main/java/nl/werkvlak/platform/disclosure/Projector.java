package nl.werkvlak.platform.disclosure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Empties the parts of a document that are not released, by what the parts themselves say that they carry.
 *
 * <p>It knows no document. A record, or a list of records, is descended into; a part that is neither annotated nor a
 * record stops everything: what has no category cannot leave.
 */
final class Projector {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private static final ClassValue<Boolean> DOCUMENTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .anyMatch(part ->
                            part.isAnnotationPresent(Carries.class) || part.isAnnotationPresent(NoPersonalData.class));
        }
    };

    private Projector() {}

    static <D extends Record> D project(D document, Predicate<Carries> shows) {
        @SuppressWarnings("unchecked") // A shape makes what it was made of.
        var projected = (D) SHAPES.get(document.getClass()).project(document, shows);
        return projected;
    }

    /** One part of a record. */
    private record Part(
            String name, MethodHandle read, @Nullable Carries carries, boolean isNeutral) {

        static Part of(RecordComponent component) {
            try {
                var accessor = component.getAccessor();
                return new Part(
                        component.getDeclaringRecord().getSimpleName() + "." + component.getName(),
                        MethodHandles.publicLookup().unreflect(accessor),
                        component.getAnnotation(Carries.class),
                        component.isAnnotationPresent(NoPersonalData.class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("A document has to be a public record", e);
            }
        }

        @Nullable
        Object project(Object document, Predicate<Carries> shows) throws Throwable {
            var value = read.invoke(document);
            if (isNeutral) {
                return value;
            }
            if (carries != null && !shows.test(carries)) {
                return value instanceof List<?> ? List.of() : null;
            }
            if (value instanceof Record nested) {
                return isLeaf(nested) ? value : Projector.project(nested, shows);
            }
            if (value instanceof List<?> list && list.stream().allMatch(Projector::isDocument)) {
                var projected = new ArrayList<Object>(list.size());
                for (var element : list) {
                    projected.add(Projector.project((Record) element, shows));
                }
                return projected;
            }
            if (carries == null && value != null) {
                throw new IllegalStateException(name + " carries no category, so it cannot leave");
            }
            return value;
        }

        /** A record that is one value, such as a count: its parts say nothing of categories, the part that holds it does. */
        private boolean isLeaf(Record nested) {
            return carries != null && !isDocument(nested);
        }
    }

    /** At least one of its parts says what it carries. */
    private static boolean isDocument(@Nullable Object value) {
        return value instanceof Record && DOCUMENTS.get(value.getClass());
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

        Object project(Object document, Predicate<Carries> shows) {
            try {
                var values = new @Nullable Object[parts.size()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = parts.get(i).project(document, shows);
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
