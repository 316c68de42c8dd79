package nl.werkvlak.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.TextKind;
import nl.werkvlak.platform.trajectory.RecordedText;
import org.junit.jupiter.api.Test;

/** Every text in every document: guarded, or known here as something that needs no guard. */
class FreeTextTest {

    private static final Set<String> EDGE = Set.of("nl.werkvlak.platform.api", "nl.werkvlak.platform.web");

    /** What the guard does not read. A line is added by who is sure that nobody types there what comes to mind. */
    private static final Set<String> NOT_FREE = Set.of(
            "AccountabilityDocument$ReasonCount.reason CODE",
            "FinalDocument$Activity.kind CODE",
            "InvoiceDocument$Line.reference REFERENCE",
            "InvoiceDocument$Line.work CODE",
            "FinalDocument$Applied.response CODE",
            "FinalDocument.contactPerson NAME",
            "ProgressDocument$Application.kind CODE",
            "ProgressDocument$Application.response CODE",
            "ProgressDocument$Candidate.staffNumber REFERENCE",
            "ProgressDocument$Contact.topic CODE",
            "ProgressDocument$Plan.legalFrame CODE",
            "ProgressDocument$Plan.lot REFERENCE",
            "ProgressDocument$Plan.phase CODE",
            "ProgressDocument$Standing.outlook CODE",
            "ProgressDocument.contactPerson NAME",
            "ProgressDocument$Agreement.who CODE",
            "ProgressDocument$Annex.type CODE",
            "ProgressDocument$Candidate.clientNumber REFERENCE",
            "ProgressDocument$Candidate.maskedBsn REFERENCE",
            "ProgressDocument$Candidate.name NAME",
            "ProgressDocument$CapacityStatement.sourceRole CODE",
            "ProgressDocument$Contact.kind CODE",
            "ProgressDocument$Goal.status CODE",
            "ProgressDocument$Placement.contract CODE",
            "ProgressDocument$Placement.employer NAME",
            "ProgressDocument$Plan.product CODE",
            "ProgressDocument$Result.endReason CODE",
            "ProgressDocument$Standing.status CODE");

    @Test
    void a_text_that_is_not_guarded_is_known_here() {
        Set<String> notFree = texts().filter(part -> kindOf(part) != TextKind.FREE)
                .map(part -> nameOf(part) + " " + kindOf(part))
                .collect(Collectors.toSet());
        assertThat(notFree)
                .as("leave a new text free, or add it to the list and say so in the commit")
                .containsExactlyInAnyOrderElementsOf(NOT_FREE);
    }

    @Test
    void a_guarded_text_can_be_reviewed_because_its_category_has_recorded_texts() {
        Set<DataCategory> recorded =
                Arrays.stream(RecordedText.values()).map(RecordedText::category).collect(Collectors.toSet());
        Set<DataCategory> guarded = texts().filter(part -> kindOf(part) == TextKind.FREE)
                .map(part -> part.getAnnotation(Carries.class).value())
                .collect(Collectors.toSet());
        assertThat(guarded)
                .as("a text that is held back and stands in no list of texts to review is held back for ever")
                .isNotEmpty()
                .isSubsetOf(recorded);
    }

    private static TextKind kindOf(RecordComponent part) {
        return part.getAnnotation(Carries.class).text();
    }

    private static String nameOf(RecordComponent part) {
        var record = part.getDeclaringRecord().getName();
        return record.substring(record.lastIndexOf('.') + 1) + "." + part.getName();
    }

    /**
     * The parts of all documents that hold a text, or a list of them. A body of JSON is no document: it may carry no
     * category at all.
     */
    private static Stream<RecordComponent> texts() {
        return House.classes().stream()
                .filter(type -> type.isRecord() && !EDGE.contains(type.getPackageName()))
                .map(type -> type.reflect())
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(part -> part.isAnnotationPresent(Carries.class))
                .filter(part -> part.getType() == String.class
                        || (part.getGenericType() instanceof ParameterizedType list
                                && List.of(list.getActualTypeArguments()).contains(String.class)));
    }
}
