package nl.werkvlak.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import nl.werkvlak.platform.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static byte[] file(String format, int width, int height) throws IOException {
        var image = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage drawn(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Logo.drawn(file).jpeg()));
    }

    private static boolean isRed(int colour) {
        var dot = new Color(colour);
        return dot.getRed() > 200 && dot.getGreen() < 60 && dot.getBlue() < 60;
    }

    private static boolean isWhite(int colour) {
        var dot = new Color(colour);
        return dot.getRed() > 240 && dot.getGreen() > 240 && dot.getBlue() > 240;
    }

    @Nested
    class A_picture {

        @ParameterizedTest
        @CsvSource({"png,300,100", "jpg,300,100", "png,1,1", "png,4000,10", "png,10,4000", "jpg,3000,2000"})
        void is_drawn_as_a_jpeg_of_one_size(String format, int width, int height) throws IOException {
            var logo = drawn(file(format, width, height));

            assertThat(logo.getWidth()).isEqualTo(Logo.WIDTH);
            assertThat(logo.getHeight()).isEqualTo(Logo.HEIGHT);
        }

        @Test
        void keeps_its_shape_and_stands_at_the_left_on_white() throws IOException {
            var logo = drawn(file("png", 200, 100));

            assertThat(isRed(logo.getRGB(60, 60))).isTrue();
            assertThat(isWhite(logo.getRGB(190, 60))).as("nothing is white").isTrue();
            assertThat(isWhite(logo.getRGB(560, 60))).as("the ground").isTrue();
        }

        @Test
        void leaves_nothing_of_what_hides_in_its_file() throws IOException {
            var secret = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            var plain = file("png", 300, 100);
            var hiding = Arrays.copyOf(plain, plain.length + secret.length);
            System.arraycopy(secret, 0, hiding, plain.length, secret.length);

            var jpeg = Logo.drawn(hiding).jpeg();

            assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("script");
            assertThat(jpeg).isEqualTo(Logo.drawn(plain).jpeg());
        }

        @Test
        void is_small_enough_to_be_in_every_report() throws IOException {
            assertThat(Logo.drawn(file("png", 1200, 400)).jpeg().length).isLessThan(20_000);
        }
    }

    @Nested
    class Refused_is {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                    "GIF89a\u0001\u0000\u0001\u0000",
                    "%PDF-1.7",
                    "\u0089PNG\r\n\u001a\n",
                    "\u00ff\u00d8\u00ff"
                })
        void what_is_no_png_or_jpeg(String file) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Logo.drawn(file.getBytes(StandardCharsets.ISO_8859_1)))
                    .returns("not-an-image", Refusal::code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpg"})
        void what_breaks_off_or_is_broken_at_any_place(String format) throws IOException {
            var whole = file(format, 60, 40);
            for (var at = 0; at < whole.length; at += 7) {
                var broken = whole.clone();
                broken[at] ^= 0x55;
                for (var file : new byte[][] {Arrays.copyOf(whole, at), broken}) {
                    try {
                        assertThat(drawn(file).getWidth()).isEqualTo(Logo.WIDTH);
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isIn("not-an-image", "image-too-large");
                    }
                }
            }
        }

        @Test
        void what_unpacks_to_more_than_there_is_room_for() throws IOException {
            var bomb = file("png", 4001, 1);

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Logo.drawn(bomb))
                    .returns("image-too-large", Refusal::code);
        }
    }
}
