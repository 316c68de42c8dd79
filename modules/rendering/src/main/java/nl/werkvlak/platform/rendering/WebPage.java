package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import nl.werkvlak.platform.tenancy.Logo;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML page that needs nothing else: no script, and no file from elsewhere. It says what the PDF says,
 * in the same order and with the same roles, for both come from the rows and the template.
 */
final class WebPage {

    // White is the only ground, since the tenant's colour was checked against it.
    private static final String STYLE = """
            body{font:1rem/1.5 "Liberation Sans",Arial,sans-serif;color:#1a1f26;background:#fff;max-width:44rem;\
            margin:0 auto;padding:1rem}
            header{border-top:.25rem solid %1$s;padding-top:.5rem;font-weight:bold}
            header img{display:block;width:14.3rem;max-width:100%%;height:auto}
            h1{color:%1$s;font-size:2rem;line-height:1.2;margin:1.5rem 0 .5rem}
            h2{font-size:1.35rem;line-height:1.3;margin:2rem 0 .5rem}
            p,dl,figure,table{margin:.5rem 0}
            p,dd,th,td{overflow-wrap:anywhere;hyphens:auto}
            .number,.headright{overflow-wrap:normal;hyphens:none}
            .name,.person{hyphens:manual}
            dl div{padding:.15rem 0}
            dt{color:#5b6470}
            dd{margin:0}
            @media(min-width:34rem){dl div{display:grid;grid-template-columns:11rem 1fr;gap:0 1rem}dd{grid-column:2}.cell,.person{min-width:6.5rem}}
            table{border-collapse:collapse;width:100%%}
            th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0}
            th{color:#5b6470;font-weight:normal}
            td{border-top:1px solid #d5dae0}
            .name,.strong,.answer,.figure{font-weight:bold}
            .name,.answer{font-size:1.15rem}
            .figure{font-size:1.5rem}
            .label,.small{color:#5b6470}
            .number,.headright{text-align:right;font-variant-numeric:tabular-nums}
            footer{border-top:1px solid #d5dae0;margin-top:2rem;color:#5b6470;font-size:.85rem}
            """;

    /** Kept or mailed, the page still lets nothing in but its own style. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'";

    private final Template template;
    private final Words words;
    private final StringBuilder page = new StringBuilder(8192);

    private Block open = Block.NONE;
    private boolean itemIsOpen;
    private @Nullable Row last;

    /** What takes more than one row. */
    private enum Block {
        NONE,
        LIST,
        TABLE
    }

    WebPage(Template template, Words words) {
        this.template = template;
        this.words = words;
    }

    /** @param foot the lines that say what the report rests on */
    String of(String title, String sender, @Nullable Logo logo, List<String> foot, List<Row> rows, Color brand) {
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.locale().toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        String style = "\n" + STYLE.formatted("#%06x".formatted(brand.getRGB() & 0xffffff));
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY.formatted(digest(style)))
                .append("\"/>\n");
        element("title", "", title);
        page.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
        if (logo == null) {
            element("header", "", sender);
        } else {
            page.append("<header><img alt=\"")
                    .append(escaped(sender))
                    .append("\" src=\"data:image/jpeg;base64,")
                    .append(Base64.getEncoder().encodeToString(logo.jpeg()))
                    .append("\"/></header>\n");
        }
        page.append("<main>\n");
        rows.forEach(this::row);
        begin(Block.NONE);
        page.append("</main>\n<footer>\n");
        foot.forEach(line -> element("p", "", line));
        return page.append("</footer>\n</body>\n</html>\n").toString();
    }

    private void row(Row row) {
        boolean newSection = last == null || !last.section().equals(row.section());
        if (newSection || (last != null && !last.table().equals(row.table()))) {
            begin(Block.NONE);
        }
        String heading = row.heading();
        if (newSection && heading != null) {
            element("h2", "", heading);
        }
        last = row;
        if (row.table().isEmpty()) {
            template.parts(row).forEach(part -> part(part, row));
        } else {
            tableRow(row);
        }
    }

    private void part(Part part, Row row) {
        Pictured picture = part.pictured(row);
        if (picture != null) {
            begin(Block.NONE);
            page.append("<figure>\n");
            element("figcaption", "", picture.inWords());
            page.append("</figure>\n");
        }
        String text = part.said(words, row.cells());
        if (!text.isEmpty()) {
            said(part, text);
        }
    }

    private void said(Part part, String text) {
        switch (part.role()) {
            case H1, H2, H3 -> block(part.role().name().toLowerCase(Locale.ROOT), part, text);
            case PARAGRAPH -> block("p", part, text);
            case TERM -> {
                begin(Block.LIST);
                endItem();
                page.append("<div>\n");
                itemIsOpen = true;
                element("dt", "", text);
            }
            case DETAIL -> element("dd", look(part), text);
            default -> throw new IllegalStateException("No place on a page for " + part.role());
        }
    }

    private void block(String tag, Part part, String text) {
        begin(Block.NONE);
        element(tag, look(part), text);
    }

    private void tableRow(Row row) {
        List<Part> heads = template.heads().getOrDefault(row.table(), List.of());
        if (open != Block.TABLE) {
            begin(Block.TABLE);
            page.append("<thead>\n<tr>\n");
            heads.forEach(head -> element("th", " scope=\"col\"" + look(head), head.said(words, List.of())));
            page.append("</tr>\n</thead>\n<tbody>\n");
        }
        List<Part> cells = template.parts(row);
        page.append("<tr>\n");
        for (Part head : heads) {
            cells.stream()
                    .filter(cell -> cell.role() == Role.CELL && cell.across() == head.across())
                    .findFirst()
                    .ifPresentOrElse(
                            cell -> element("td", look(cell), cell.said(words, row.cells())),
                            () -> element("td", "", ""));
        }
        page.append("</tr>\n");
    }

    /** Closes what is open, and opens something else. */
    private void begin(Block block) {
        if (open == block) {
            return;
        }
        if (open == Block.LIST) {
            endItem();
            page.append("</dl>\n");
        } else if (open == Block.TABLE) {
            page.append("</tbody>\n</table>\n");
        }
        if (block == Block.LIST) {
            page.append("<dl>\n");
        } else if (block == Block.TABLE) {
            page.append("<table>\n");
        }
        open = block;
    }

    private void endItem() {
        if (itemIsOpen) {
            page.append("</div>\n");
            itemIsOpen = false;
        }
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String look(Part part) {
        return " class=\"" + part.style().toLowerCase(Locale.ROOT) + "\"";
    }

    private void element(String tag, String attributes, String text) {
        page.append('<')
                .append(tag)
                .append(attributes)
                .append('>')
                .append(escaped(text).replace("\n", "<br/>"))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
