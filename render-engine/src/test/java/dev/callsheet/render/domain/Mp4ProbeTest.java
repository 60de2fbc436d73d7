package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.render.domain.Mp4Probe.Movie;
import dev.callsheet.render.testkit.Mp4;
import java.nio.ByteBuffer;
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

    @Test
    void onlyAWholeLastBoxOfTheRightTypeIsATrailer() {
        byte[] content = new byte[100];
        byte[] box = Mp4.box("uuid", content);
        byte[] film = Mp4.join(FILM, box);

        assertThat(fed(film).trailer()).hasValueSatisfying(trailer -> {
            assertThat(trailer.at()).isEqualTo(FILM.length);
            assertThat(trailer.content()).isEqualTo(content);
        });
        assertThat(fed(film).movie()).isPresent();
        assertThat(fed(FILM).trailer()).isEmpty();
        assertThat(fed(Arrays.copyOf(film, film.length - 1)).trailer()).isEmpty();
        assertThat(fed(Mp4.join(film, Mp4.box("free", content))).trailer()).isEmpty();
        assertThat(fed(Mp4.join(FILM, Mp4.box("uuid", new byte[65 << 10]))).trailer())
                .isEmpty();
    }

    @Test
    void nothingIsAddedToAFileWithoutAnEndNorToASignedOne() {
        byte[] manifest = Mp4.box(
                "uuid",
                ByteBuffer.allocate(200_000)
                        .putLong(0xd8fec3d61b0e483cL)
                        .putLong(0x92975828877ec481L)
                        .array());

        assertThat(fed(FILM).obstacle()).isEmpty();
        assertThat(fed(Mp4.endlessFilm(5, 100)).obstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("end of the file"));
        assertThat(fed(Mp4.join(FILM, manifest)).obstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("C2PA"));
    }

    private static Optional<Movie> probe(byte[] bytes) {
        return fed(bytes).movie();
    }

    private static Mp4Probe fed(byte[] bytes) {
        Mp4Probe probe = new Mp4Probe();
        probe.feed(bytes, 0, bytes.length);
        return probe;
    }
}
