package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Pictures.Fitted;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private final Pictures pictures = new Pictures();

    @Test
    void aPictureThatFitsStaysAsItIs() throws IOException {
        byte[] bytes = picture("png", 1280, 720, BufferedImage.TYPE_INT_RGB);

        Fitted fitted = pictures.fit(bytes, MediaFormat.PNG);

        assertThat(fitted.bytes()).isSameAs(bytes);
        assertThat(fitted.repairs()).isEmpty();
    }

    @Test
    void aLargePictureIsMadeSmallerAndThatIsRecorded() throws IOException {
        Fitted fitted = pictures.fit(picture("jpeg", 4200, 2100, BufferedImage.TYPE_INT_RGB), MediaFormat.JPEG);

        BufferedImage made = ImageIO.read(new ByteArrayInputStream(fitted.bytes()));
        assertThat(made.getWidth()).isEqualTo(2000);
        assertThat(made.getHeight()).isEqualTo(1000);
        assertThat(fitted.repairs()).containsExactly("IMAGE_NEEDS_DOWNSCALE: 4200 x 2100 made 2000 x 1000");
    }

    @Test
    void transparencyIsFlattenedOnWhite() throws IOException {
        Fitted fitted = pictures.fit(picture("png", 400, 400, BufferedImage.TYPE_INT_ARGB), MediaFormat.PNG);

        BufferedImage made = ImageIO.read(new ByteArrayInputStream(fitted.bytes()));
        assertThat(made.getColorModel().hasAlpha()).isFalse();
        assertThat(new Color(made.getRGB(399, 399))).isEqualTo(Color.WHITE);
        assertThat(new Color(made.getRGB(0, 0))).isEqualTo(Color.RED);
    }

    @Test
    void aPictureTakenUprightStaysUpright() throws IOException {
        byte[] jpeg = picture("jpeg", 3000, 2400, BufferedImage.TYPE_INT_RGB);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] turned = new byte[exif.length + jpeg.length - 2];
        System.arraycopy(exif, 0, turned, 0, exif.length);
        System.arraycopy(jpeg, 2, turned, exif.length, jpeg.length - 2);

        Fitted fitted = pictures.fit(turned, MediaFormat.JPEG);

        BufferedImage made = ImageIO.read(new ByteArrayInputStream(fitted.bytes()));
        assertThat(made.getWidth()).isEqualTo(1600);
        assertThat(made.getHeight()).isEqualTo(2000);
        assertThat(new Color(made.getRGB(1590, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(made.getRGB(1590, 10)).getBlue()).isLessThan(60);
    }

    @Test
    void aWebpBecomesAPng() throws Exception {
        byte[] dot = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

        Fitted fitted = pictures.fit(dot, MediaFormat.WEBP);

        assertThat(fitted.format()).isEqualTo(MediaFormat.PNG);
        assertThat(fitted.repairs()).contains("FORMAT_CHANGED: webp made png");
        assertThat(ImageIO.read(new ByteArrayInputStream(fitted.bytes())).getWidth())
                .isEqualTo(1);
    }

    @Test
    void aSmallFileThatWouldBecomeAHugePictureIsRefusedUnread() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        byte[] bomb = bytes.toByteArray();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);

        assertThatThrownBy(() -> pictures.fit(bomb, MediaFormat.PNG)).hasMessageContaining("60000 x 60000");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> pictures.fit(new byte[] {1, 2, 3}, MediaFormat.PNG))
                .isInstanceOf(Unrenderable.class);
    }

    /** Red in the upper left quarter; the rest white, or nothing. */
    private static byte[] picture(String format, int width, int height, int type) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        if (type == BufferedImage.TYPE_INT_RGB) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
