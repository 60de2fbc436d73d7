package dev.callsheet.twin.live.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DrawnAvatarTest {
    @Test
    void theMouthOpensWithTheLoudness() {
        var face = new Face(7);

        assertThat(darkRed(face, 1)).isGreaterThan(4 * darkRed(face, 0.1) + 100);
    }

    @Test
    void theMouthShutsWithinThreePicturesOfSilence() {
        double mouth = 1;
        for (int i = 0; i < 3; i++) {
            mouth = Mouth.follow(mouth, 0);
        }
        assertThat(mouth).isLessThan(0.05);
    }

    @Test
    void everyPictureIsMarkedAsSimulated() {
        var image = paint(new Face(3), 0);
        int marked = 0;
        for (int x = 12; x < 200; x++) {
            for (int y = 12; y < 50; y++) {
                marked += image.getRGB(x, y) == 0xffffd65a ? 1 : 0;
            }
        }
        assertThat(marked).isGreaterThan(800);
    }

    @Test
    void aDescriptionNamesTheMediaHostOnly() {
        String sdp = "v=0\r\na=candidate:1 1 udp 2113937151 172.17.0.2 50000 typ host\r\n"
                + "a=candidate:2 1 udp 2113937151 fe80::1 50001 typ host\r\n";

        assertThat(LocalMedia.described(sdp, "127.0.0.1"))
                .isEqualTo("v=0\r\na=candidate:1 1 udp 2113937151 127.0.0.1 50000 typ host\r\n");
        assertThat(LocalMedia.withoutCandidates(sdp)).isEqualTo("v=0\r\n");
    }

    private static int darkRed(Face face, double mouth) {
        var image = paint(face, mouth);
        int count = 0;
        for (int x = 260; x < 380; x++) {
            for (int y = 200; y < 300; y++) {
                count += image.getRGB(x, y) == 0xff5a1f24 ? 1 : 0;
            }
        }
        return count;
    }

    private static BufferedImage paint(Face face, double mouth) {
        var image = new BufferedImage(Face.WIDTH, Face.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        face.paint(graphics, 1, mouth);
        graphics.dispose();
        return image;
    }
}
