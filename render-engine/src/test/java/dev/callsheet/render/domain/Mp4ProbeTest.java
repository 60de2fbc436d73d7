package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.render.domain.Mp4Probe.Movie;
import dev.callsheet.render.testkit.Mp4;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Mp4ProbeTest {
    private static final byte[] FILM = Mp4.film(5, 10_000);

    @Test
    void lengthAndSizeAreReadFromWhatGoesByInPieces() {
        Mp4Probe probe = new Mp4Probe();
        for (int at = 0; at < FILM.length; at += 7) {
            probe.feed(FILM, at, Math.min(7, FILM.length - at));
        }

        assertThat(probe.movie()).contains(new Movie(5, 1280, 720));
    }

    @Test
    void aTruncatedFileIsNoMovie() {
        for (int cut : new int[] {1, 9, 500, 5_000}) {
            assertThat(probe(Arrays.copyOf(FILM, FILM.length - cut))).isEmpty();
        }
    }

    @Test
    void aPageOfTextIsNoMovie() {
        assertThat(probe("<html>Not found</html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(probe(new byte[0])).isEmpty();
    }

    private static Optional<Movie> probe(byte[] bytes) {
        Mp4Probe probe = new Mp4Probe();
        probe.feed(bytes, 0, bytes.length);
        return probe.movie();
    }
}
