package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A made-up logo: a green block with a white ring in it, on nothing. */
final class TestLogo {

    private TestLogo() {}

    static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x0b6b50));
        pen.fillRoundRect(0, 0, width, height, height / 4, height / 4);
        pen.setColor(Color.WHITE);
        pen.fillOval(width / 2 - height / 3, height / 6, 2 * height / 3, 2 * height / 3);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
