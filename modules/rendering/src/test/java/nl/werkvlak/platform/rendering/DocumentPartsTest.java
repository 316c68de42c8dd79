package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentPartsTest {

    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void every_part_of_a_document_names_its_category_or_has_parts_that_do(ReportFolder<?> report) {
        assertThat(nameless(report.document())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nl.werkvlak.platform.rendering.Samples#folders")
    void every_part_that_carries_a_category_can_be_emptied(ReportFolder<?> report) {
        assertThat(parts(report.document()))
                .filteredOn(part -> part.isAnnotationPresent(Carries.class))
                .isNotEmpty()
                .noneMatch(part -> part.getType().isPrimitive());
    }

    private static List<String> nameless(Class<?> record) {
        return parts(record).stream()
                .filter(part -> !part.isAnnotationPresent(Carries.class)
                        && !part.isAnnotationPresent(NoPersonalData.class)
                        && inside(part.getGenericType()) == null)
                .map(part -> part.getDeclaringRecord().getSimpleName() + "." + part.getName())
                .toList();
    }

    private static List<RecordComponent> parts(Class<?> record) {
        List<RecordComponent> all = new ArrayList<>();
        for (RecordComponent part : record.getRecordComponents()) {
            all.add(part);
            Class<?> inside = inside(part.getGenericType());
            if (inside != null) {
                all.addAll(parts(inside));
            }
        }
        return all;
    }

    /** The record that a part consists of, or a list of which it is; nothing for a plain value. */
    private static @Nullable Class<?> inside(Type type) {
        if (type instanceof ParameterizedType list) {
            return inside(list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.isRecord() && plain.getEnclosingClass() != null ? plain : null;
    }
}
