package nl.werkvlak.platform.rendering;

import com.lowagie.text.pdf.PdfEncodings;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.DefaultPdfTagger;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes the structure of a report into its PDF (PDF/UA-1, ISO 14289-1): headings, paragraphs, lists, tables and
 * figures in the order in which they are read. What is for the eye only is an artifact, and so is the head of a table
 * that is printed again on a next page: a table is one table however many pages it takes.
 */
// The engine hands over the producer before anything else, but not to the constructor.
@SuppressWarnings("NullAway.Init")
final class Tagger extends DefaultPdfTagger {

    private static final int FIRST_FROM_RIGHT_TO_LEFT = 0x590;

    private @Nullable String language;
    private PdfProducer producer;
    private PdfStructure structure;
    private PdfStructureEntry document;

    private int page;
    private int pages;
    private boolean pageIsEmpty;
    private int paragraph;

    private Role role = Role.ORNAMENT;
    private @Nullable PdfStructureEntry tag;
    private @Nullable Table table;
    private @Nullable Items items;

    @Override
    public void setLanguage(String tagLanguage) {
        language = tagLanguage;
    }

    @Override
    public void setPdfProducer(PdfProducer pdfProducer) {
        producer = pdfProducer;
    }

    @Override
    public void init() {
        structure = producer.getPdfStructure();
        document = structure.createDocumentTag(language);
        pages = producer.getContext().getCurrentJasperPrint().getPages().size();
    }

    @Override
    public void startPage() {
        page++;
        pageIsEmpty = true;
    }

    @Override
    public void startElement(JRPrintElement element) {
        tag = null;
        paragraph = 0;
        role = roleOf(element);
        if (role == Role.HEAD) {
            head(element);
        } else if (role == Role.ROW && table != null) {
            table.endRow();
        }
    }

    private static Role roleOf(JRPrintElement element) {
        JRStyle style = element.getStyle();
        if (style == null) {
            throw new IllegalStateException("An element without a style has no role");
        }
        return Role.of(style.getName());
    }

    /** The same head as the first thing on a next page is that of the table that goes on. */
    private void head(JRPrintElement element) {
        boolean again = table != null && table.hasRows() && pageIsEmpty && table.heads(element);
        if (again) {
            role = Role.ORNAMENT;
        } else {
            if (table == null || table.hasRows()) {
                items = null;
                endTable();
                table = new Table();
            }
            table.head(element);
        }
    }

    @Override
    public void startText(JRPrintText text) {
        if (isForTheEye()) {
            beginArtifact();
            return;
        }
        pageIsEmpty = false;
        if (tag == null) {
            tag = tagOf(text);
        }
        String said = text.getFullText();
        if (said != null && said.chars().anyMatch(Tagger::isFromRightToLeft)) {
            // On paper stand the shapes of the letters, in the order of the page.
            structure.beginTag(tag, null, paragraph(said));
        } else {
            structure.beginTag(tag, null);
        }
        paragraph++;
    }

    private static boolean isFromRightToLeft(int letter) {
        return letter >= FIRST_FROM_RIGHT_TO_LEFT
                && (Character.getDirectionality(letter) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(letter) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /** The engine comes once for every line that the writer began. */
    private String paragraph(String said) {
        String[] paragraphs = said.split("\n", -1);
        return paragraph < paragraphs.length ? paragraphs[paragraph] : "";
    }

    private boolean isForTheEye() {
        return role == Role.ORNAMENT
                || ((role == Role.FIRST_PAGE || role == Role.EMBLEM) && page > 1)
                || (role == Role.LAST_PAGE && page < pages);
    }

    private PdfStructureEntry tagOf(JRPrintElement element) {
        return switch (role) {
            case H1, H2, H3 -> block(role.name());
            case PARAGRAPH, FIRST_PAGE, LAST_PAGE -> block("P");
            case CHART, EMBLEM -> block("Figure");
            case TERM -> items().term();
            case DETAIL -> items().detail();
            case HEAD -> tableOf(element).lastHead();
            case CELL -> tableOf(element).cell(element);
            case ROW, ORNAMENT -> throw new IllegalStateException(role + " has no text");
        };
    }

    private PdfStructureEntry block(String name) {
        endTable();
        items = null;
        return structure.createTag(document, name);
    }

    private Items items() {
        endTable();
        Items now = items == null ? new Items() : items;
        items = now;
        return now;
    }

    private Table tableOf(JRPrintElement element) {
        if (table == null) {
            throw new IllegalStateException("A cell outside a table, at " + element.getX());
        }
        return table;
    }

    private void endTable() {
        if (table != null) {
            table.endRow();
            table = null;
        }
    }

    @Override
    public void endText() {
        structure.endTag();
    }

    @Override
    public void startImage(JRPrintImage image, float left, float bottom, float right, float top) {
        if (isForTheEye()) {
            beginArtifact();
            return;
        }
        if (!(image.getRenderer() instanceof InWords picture)) {
            throw new IllegalStateException("A picture without words");
        }
        pageIsEmpty = false;
        PdfStructureEntry figure = tagOf(image);
        figure.setBBox(left, bottom, right, top);
        say(figure, picture.inWords());
        structure.beginTag(figure, null);
    }

    /** The engine itself drops letters from these words that PDF's old encoding lacks, such as those of a name. */
    private static void say(PdfStructureEntry figure, String words) {
        String encoding = PdfEncodings.isPdfDocEncoding(words) ? PdfObject.TEXT_PDFDOCENCODING : PdfObject.TEXT_UNICODE;
        ((ClassicStructureEntry) figure).getElement().put(PdfName.ALT, new PdfString(words, encoding));
    }

    @Override
    public void endImage() {
        structure.endTag();
    }

    @Override
    public void beginArtifact() {
        structure.beginArtifact();
    }

    @Override
    public void endArtifact() {
        structure.endArtifact();
    }

    /** A list of terms, each with what is said of it. */
    private final class Items {

        private final PdfStructureEntry list = structure.createTag(document, "L");
        private PdfStructureEntry item = list;
        private @Nullable PdfStructureEntry body;

        PdfStructureEntry term() {
            item = structure.createTag(list, "LI");
            body = null;
            return structure.createTag(item, "Lbl");
        }

        PdfStructureEntry detail() {
            if (item == list) {
                throw new IllegalStateException("A detail without a term");
            }
            PdfStructureEntry now = body == null ? structure.createTag(item, "LBody") : body;
            body = now;
            return structure.createTag(now, "P");
        }
    }

    /** Every row gets a cell under every head, so that the table is a rectangle. */
    private final class Table {

        private final PdfStructureEntry table = structure.createTag(document, "Table");
        private final PdfStructureEntry heading = structure.createTag(table, "TR");
        private final List<Integer> columns = new ArrayList<>();
        private final Set<Integer> heads = new HashSet<>();
        private final List<PdfStructureEntry> row = new ArrayList<>();
        private PdfStructureEntry head = heading;
        private @Nullable PdfStructureEntry line;

        boolean hasRows() {
            return line != null;
        }

        /** Whether this element of the template headed the table. */
        boolean heads(JRPrintElement element) {
            return heads.contains(element.getSourceElementId());
        }

        void head(JRPrintElement element) {
            columns.add(element.getX());
            heads.add(element.getSourceElementId());
            head = structure.createTag(heading, "TH");
            head.setScope("Column");
        }

        PdfStructureEntry lastHead() {
            return head;
        }

        void endRow() {
            PdfStructureEntry now = line;
            if (now != null && !row.isEmpty()) {
                fill(now, columns.size());
            }
            row.clear();
        }

        /** Text that goes on after a page break goes on in its cell. */
        PdfStructureEntry cell(JRPrintElement element) {
            int column = columns.indexOf(element.getX());
            if (column < 0) {
                throw new IllegalStateException("A cell under no head, at " + element.getX());
            }
            PdfStructureEntry now = line == null || row.isEmpty() ? structure.createTag(table, "TR") : line;
            line = now;
            fill(now, column + 1);
            return row.get(column);
        }

        private void fill(PdfStructureEntry into, int cells) {
            while (row.size() < cells) {
                row.add(structure.createTag(into, "TD"));
            }
        }
    }
}
