package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRSimpleTemplate;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.fonts.FontExtensionsCollector;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.fonts.SimpleFontExtensionHelper;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.repo.RepositoryService;
import org.jspecify.annotations.Nullable;

/** What all reports share, loaded once: fonts, styles, and an engine whose doors are closed. */
final class HouseStyle {

    static final String FONT = "House Sans";

    /** The fonts for all scripts that the house can print; slower than the one font. */
    static final String EVERY_SCRIPT = "Every Script";

    private static final String TEXT = "Text";
    private static final float H1 = 22;

    private final SimpleJasperReportsContext context;
    private final JRTemplate styles;
    private final JRTemplate stylesOfEveryScript;
    private final Letters letters;
    private final LongWords longWords;

    HouseStyle() {
        context = new SimpleJasperReportsContext();
        // Classes and files that a template may name: only those the engine needs, and no URL (decision 0006).
        context.setProperty("net.sf.jasperreports.report.class.filter.enabled", "true");
        // From the sixteenth report on JDK 17 makes templates through a class of its own, which the filter has to let
        // by.
        context.setProperty(
                "net.sf.jasperreports.report.class.whitelist.werkvlak", "jdk.internal.reflect.ConstructorAccessorImpl");
        context.setProperty("net.sf.jasperreports.repository.url.filter.enabled", "true");
        context.setProperty("net.sf.jasperreports.default.file.repository.enabled", "false");
        context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
        context.setProperty("net.sf.jasperreports.default.font.name", FONT);
        // Lines break where they were measured. Broken anew for the PDF they may be one more, and the last is lost.
        context.setProperty("net.sf.jasperreports.text.save.line.breaks", "true");
        context.setProperty("net.sf.jasperreports.export.pdf.use.saved.line.breaks", "true");
        context.setProperty("net.sf.jasperreports.export.pdf.force.svg.shapes", "false");
        context.setExtensions(RepositoryService.class, List.of(new Archive()));
        var fonts = new FontExtensionsCollector();
        SimpleFontExtensionHelper.getInstance().loadFontExtensions(context, "reports/house-style/fonts.xml", fonts);
        context.setExtensions(FontFamily.class, fonts.getFontFamilies());
        context.setExtensions(FontSet.class, fonts.getFontSets());
        letters = new Letters(context);
        styles = loadStyles();
        stylesOfEveryScript = loadStyles();
        for (JRStyle style : stylesOfEveryScript.getStyles()) {
            if (FONT.equals(style.getOwnFontName())) {
                style.setFontName(EVERY_SCRIPT);
            }
        }
        longWords = new LongWords(letters, fonts());
    }

    /** The font of every style, in its size. */
    private Map<String, Font> fonts() {
        Map<String, JRStyle> byName = new HashMap<>();
        for (JRStyle style : styles.getStyles()) {
            byName.put(style.getName(), style);
        }
        Map<String, Font> found = new HashMap<>();
        found.put("H1", font(true, H1));
        for (String name : byName.keySet()) {
            boolean bold = Boolean.TRUE.equals(own(byName, name, JRStyle::isOwnBold));
            Float size = own(byName, name, JRStyle::getOwnFontSize);
            if (size != null) {
                found.put(name, font(bold, size));
            }
        }
        return found;
    }

    /** What the style says itself, or the nearest that it rests on. */
    private static <T> @Nullable T own(Map<String, JRStyle> styles, String name, Function<JRStyle, @Nullable T> what) {
        JRStyle style = styles.get(name);
        if (style == null) {
            return null;
        }
        T own = what.apply(style);
        return own != null ? own : own(styles, Objects.requireNonNullElse(style.getStyleNameReference(), ""), what);
    }

    private Font font(boolean bold, float size) {
        return FontUtil.getInstance(context)
                .getAwtFontFromBundles(FONT, bold ? Font.BOLD : Font.PLAIN, size, Locale.ROOT, false);
    }

    private JRTemplate loadStyles() {
        try (InputStream file = open("house-style/styles.jrtx")) {
            return JRXmlTemplateLoader.getInstance(context).loadTemplate(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Letters letters() {
        return letters;
    }

    LongWords longWords() {
        return longWords;
    }

    /** A template of our own archive; a compiled template is Java serialisation and comes from nowhere else. */
    Template template(String path) {
        try (InputStream file = open(path)) {
            return Template.of((JasperReport) JRLoader.loadObject(context, file));
        } catch (JRException e) {
            throw new IllegalStateException("Cannot load template " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of our own archive. */
    static byte[] bytes(String path) {
        try (InputStream file = open(path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String path) {
        return Objects.requireNonNull(HouseStyle.class.getClassLoader().getResourceAsStream("reports/" + path), path);
    }

    JasperReportsContext context() {
        return context;
    }

    /**
     * The styles of the house, and those in the tenant's colour.
     *
     * @param plain whether the first font of the house has every letter of the report
     */
    List<JRTemplate> styles(Color brand, boolean plain) {
        var own = new JRSimpleTemplate();
        try {
            own.addStyle(brandStyle("Brand", brand));
            var title = brandStyle("H1", brand);
            title.setParentStyleNameReference(TEXT);
            title.setFontSize(H1);
            title.setBold(true);
            own.addStyle(title);
        } catch (JRException e) {
            throw new IllegalStateException("Two brand styles of one name", e);
        }
        return List.of(plain ? styles : stylesOfEveryScript, own);
    }

    private static JRDesignStyle brandStyle(String name, Color brand) {
        var style = new JRDesignStyle();
        style.setName(name);
        style.setForecolor(brand);
        if (name.equals("Brand")) {
            style.setBackcolor(brand);
            style.setMode(ModeEnum.OPAQUE);
            style.getLinePen().setLineWidth(0f);
        }
        return style;
    }
}
