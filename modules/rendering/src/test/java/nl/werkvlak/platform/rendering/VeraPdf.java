package nl.werkvlak.platform.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Judges a PDF by two standards at once, whatever it says of itself: PDF/UA-1 and PDF/A-2a. */
final class VeraPdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** Every rule that is broken; none for a document that conforms to both. */
    static List<String> failures(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
                .flatMap(flavour -> failures(pdf, flavour).stream())
                .toList();
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> flavour.getId() + " " + each.getRuleId().getClause() + "-"
                            + each.getRuleId().getTestNumber() + ": " + each.getMessage() + " at "
                            + each.getLocation().getContext())
                    .distinct()
                    .toList();
            return failed.isEmpty() && !result.isCompliant() ? List.of(flavour.getId() + " not compliant") : failed;
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
