package dev.callsheet.identity.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.picture.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void noColourInCommonIsNought() {
        assertThat(plain(220, 20, 20).similarity(plain(20, 20, 220))).isZero();
    }

    @Test
    void halfOfTheColoursInCommonIsAboutHalf() {
        Palette redAndBlue = Palette.of(new Picture(2, 1, new byte[] {(byte) 220, 20, 20, 20, 20, (byte) 220}));
        Palette redAndGreen = Palette.of(new Picture(2, 1, new byte[] {(byte) 220, 20, 20, 20, (byte) 220, 20}));

        assertThat(redAndBlue.similarity(redAndGreen)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aSlightlyBrighterRedIsTheSameRed() {
        assertThat(plain(220, 20, 20).similarity(plain(225, 25, 22))).isEqualTo(1);
    }

    @Test
    void swappedChannelsAreOtherColours() {
        assertThat(plain(200, 120, 40).similarity(plain(40, 120, 200))).isZero();
    }

    @Test
    void greysDifferByBrightnessOnly() {
        assertThat(plain(10, 10, 10).similarity(plain(240, 240, 240))).isZero();
        assertThat(plain(128, 128, 128).similarity(plain(130, 130, 130))).isEqualTo(1);
    }

    @Test
    void theMeanOfTwoHasBothColoursInHalves() {
        Palette mean = Palette.mean(List.of(plain(220, 20, 20), plain(20, 20, 220)));

        assertThat(mean.similarity(plain(220, 20, 20))).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    private static Palette plain(int red, int green, int blue) {
        return Palette.of(new Picture(1, 1, new byte[] {(byte) red, (byte) green, (byte) blue}));
    }
}
