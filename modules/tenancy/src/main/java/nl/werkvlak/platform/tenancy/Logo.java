package nl.werkvlak.platform.tenancy;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.werkvlak.platform.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The logo of a tenant, as it stands in the head of reports: a JPEG of one size, on white.
 *
 * <p>What somebody hands in is decoded and drawn anew. Nothing of their file is kept, so nothing that hides in it gets into
 * a report; and a report takes the JPEG over as it is, without decoding it again.
 */
public final class Logo {

    /** Dots. In a report it is 10 mm high, so that there are 288 dots in an inch. */
    public static final int WIDTH = 572;

    public static final int HEIGHT = 116;

    /** Dots of what is handed in; a small file can unpack to more memory than there is. */
    private static final int LARGEST_SIDE = 4000;

    private static final float QUALITY = 0.9f;
    private static final int WHITE = 0xffffff;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final byte[] jpeg;

    private Logo(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /**
     * The logo in a file that somebody handed in.
     *
     * @throws Refusal for what is no PNG or JPEG, whatever it is called, or is too large
     */
    public static Logo drawn(byte[] file) {
        try {
            return new Logo(written(onWhite(read(file))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // Decoders fail in many ways on a broken file; each of them says that it is one.
            throw notAnImage();
        }
    }

    /** One that was drawn before; nothing stays nothing. */
    public static @Nullable Logo kept(byte @Nullable [] jpeg) {
        return jpeg == null ? null : new Logo(jpeg.clone());
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        ImageReader reader = readerOf(file);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if (Math.max(reader.getWidth(0), reader.getHeight(0)) > LARGEST_SIDE) {
                throw Refusal.rule("image-too-large", "Hand in an image of at most 4000 by 4000 dots.");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader readerOf(byte[] file) {
        for (var format : new Object[][] {{"png", PNG}, {"jpeg", JPEG}}) {
            var readers = ImageIO.getImageReadersByFormatName((String) format[0]);
            if (begins(file, (byte[]) format[1]) && readers.hasNext()) {
                return readers.next();
            }
        }
        throw notAnImage();
    }

    private static boolean begins(byte[] file, byte[] with) {
        for (var i = 0; i < with.length; i++) {
            if (i >= file.length || file[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static Refusal notAnImage() {
        return Refusal.rule("not-an-image", "Hand in a PNG, or a JPEG in RGB.");
    }

    /** As large as it fits, at the left. */
    private static BufferedImage onWhite(BufferedImage image) {
        var scale = Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight());
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var source = drawn(image, image.getWidth(), image.getHeight(), image.getWidth(), image.getHeight());
        // By halves, because a scale of less than a half skips dots.
        while (source.getWidth() > 2 * width && source.getHeight() > 2 * height) {
            source = drawn(
                    source,
                    source.getWidth() / 2,
                    source.getHeight() / 2,
                    source.getWidth() / 2,
                    source.getHeight() / 2);
        }
        return drawn(source, width, height, WIDTH, HEIGHT);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int groundWidth, int groundHeight) {
        var ground = new BufferedImage(groundWidth, groundHeight, BufferedImage.TYPE_INT_RGB);
        var pen = ground.createGraphics();
        pen.setColor(new Color(WHITE));
        pen.fillRect(0, 0, groundWidth, groundHeight);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return ground;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var into = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(into);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
