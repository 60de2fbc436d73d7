package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.render.testkit.Mp4;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whoever stores a clip reads it to its end: a clip that is not whole must fail before that. */
class WholeClipTest {
    private static final byte[] FILM = Mp4.film(5, 20_000);

    @Test
    void aWholeClipIsReadToItsEnd() throws IOException {
        WholeClip clip = clip(FILM, FILM.length);

        assertThat(clip.readAllBytes()).isEqualTo(FILM);
        assertThat(clip.movie().seconds()).isEqualTo(5);
    }

    @Test
    void aTruncatedClipOfTheAnnouncedLengthFailsWithItsLastBytes() {
        byte[] half = Arrays.copyOf(FILM, FILM.length / 2);

        assertThatThrownBy(() -> clip(half, half.length).read(new byte[half.length], 0, half.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole MP4");
    }

    @Test
    void aClipOfAnotherLengthThanAnnouncedFails() {
        assertThatThrownBy(() -> clip(FILM, FILM.length + 1).readAllBytes()).hasMessageContaining("announced");
        assertThatThrownBy(() -> clip(Arrays.copyOf(FILM, 9000), -1).readAllBytes())
                .hasMessageContaining("no whole MP4");
    }

    private static WholeClip clip(byte[] bytes, long announced) {
        return new WholeClip(new ByteArrayInputStream(bytes), announced, 1 << 20);
    }
}
