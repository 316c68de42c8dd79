package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A report as HTML: what the PDF says, for whoever reads it in a browser. */
class WebPageTest {

    private static final Renderer RENDERER = new Renderer();

    record Case(ReportFolder<?> folder, String language, int rows) {

        Locale locale() {
            return Locale.forLanguageTag(language);
        }

        Record made() {
            return MadeUp.document(folder.document(), 7, rows);
        }

        @Override
        public String toString() {
            return folder.name() + " " + language + ", " + rows + " rows";
        }
    }

    static Stream<Case> reports() {
        return ReportFolder.ALL.stream()
                .flatMap(folder -> Stream.of("nl", "en")
                        .flatMap(language -> Stream.of(0, 1, 3, 120).map(rows -> new Case(folder, language, rows))));
    }

    /** The page is written so that it is XML too: whatever is not closed or escaped fails here. */
    private static Document page(byte[] html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(html));
    }

    private static List<Element> all(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static <D extends Record & ReportDocument> byte[] html(ReportFolder<D> folder, Case report) {
        return RENDERER.html(folder.document().cast(report.made()), report.locale());
    }

    private static <D extends Record & ReportDocument> byte[] pdf(ReportFolder<D> folder, Case report) {
        return RENDERER.pdf(folder.document().cast(report.made()), report.locale());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void is_a_page_of_headings_lists_and_tables_and_needs_nothing_else(Case report) throws Exception {
        byte[] html = html(report.folder(), report);
        Document page = page(html);

        assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(report.language());
        assertThat(all(page, "title"))
                .singleElement()
                .extracting(Element::getTextContent)
                .isNotEqualTo("");
        assertThat(all(page, "h1")).hasSize(1);
        assertThat(all(page, "main")).hasSize(1);
        for (String tag : List.of("script", "link", "iframe", "a", "form")) {
            assertThat(all(page, tag)).isEmpty();
        }
        assertThat(all(page, "*").stream().flatMap(element -> attributes(element)))
                .allMatch(name -> List.of(
                                "lang", "class", "scope", "charset", "name", "content", "http-equiv", "alt", "src")
                        .contains(name));
        assertThat(all(page, "img"))
                .hasSizeLessThan(2)
                .allMatch(logo -> logo.getAttribute("src").startsWith("data:image/jpeg;base64,/9j/")
                        && !logo.getAttribute("alt").isBlank());
        for (Element table : all(page, "table")) {
            int heads = table.getElementsByTagName("th").getLength();
            NodeList rows = ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
            assertThat(rows.getLength()).isPositive();
            for (int i = 0; i < rows.getLength(); i++) {
                assertThat(((Element) rows.item(i)).getElementsByTagName("td").getLength())
                        .isEqualTo(heads);
            }
        }
        assertThat(all(page, "th")).allMatch(head -> head.getAttribute("scope").equals("col"));
        assertThat(all(page, "dl"))
                .allMatch(list -> list.getElementsByTagName("dt").getLength() > 0);
    }

    private static Stream<String> attributes(Element element) {
        return Stream.iterate(0, i -> i + 1)
                .limit(element.getAttributes().getLength())
                .map(i -> element.getAttributes().item(i).getNodeName());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void says_what_the_pdf_says_in_the_same_order(Case report) throws Exception {
        // Texts that paper divides over rows are read in another order there.
        if (report.rows() > 0 && report.rows() < 100) {
            return;
        }
        String heard = Structure.of(pdf(report.folder(), report))
                .all()
                .map(tag -> tag.type().equals("Figure") ? tag.alt() : tag.text())
                .collect(Collectors.joining());

        Document page = page(html(report.folder(), report));
        String read =
                all(page, "img").stream().map(logo -> logo.getAttribute("alt")).collect(Collectors.joining())
                        + all(page, "body").get(0).getTextContent();

        assertThat(Pages.letters(read)).isEqualTo(Pages.letters(heard));
    }

    @Test
    void takes_no_text_for_markup() throws Exception {
        String attack = "</p></style><script>alert('1')</script><img src=x onerror=\"alert(2)\"> &lt;b&gt; ]]> {{7*7}}";
        var goals = List.of(new ProgressDocument.Goal(attack, null, "OPEN", null));

        byte[] html = RENDERER.html(Samples.withGoals(goals), Locale.ROOT);

        assertThat(new String(html, StandardCharsets.UTF_8)).doesNotContain("<script", "<img", "onerror=\"");
        assertThat(all(page(html), "td"))
                .first()
                .extracting(Element::getTextContent)
                .isEqualTo(attack);
    }
}
