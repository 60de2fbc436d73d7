package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.outbound.ProvenanceMark.Stamp;
import dev.callsheet.render.testkit.Mp4;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarkedClipTest {
    private static final byte[] FILM = Mp4.film(5, 20_000);
    private static final TakeId TAKE = TakeId.of(Marks.REQUEST, 1);

    @Test
    void theProvidersBytesAreFollowedByTheMarkOfJustThem() throws IOException {
        for (int announced : new int[] {FILM.length, -1}) {
            MarkedClip clip = clip(FILM, announced, Marks.stamp(TAKE));

            byte[] stored = clip.readAllBytes();

            assertThat(stored).startsWith(FILM).isEqualTo(Marks.marked(FILM, TAKE));
            assertThat(clip.rendered()).isEqualTo(Marks.rendered(FILM));
            StoredFile file = StoredFile.read(new ByteArrayInputStream(stored), FILM.length);
            assertThat(file.movie()).contains(clip.clip().movie());
            assertThat(file.markAt()).isEqualTo(FILM.length);
            assertThat(file.start()).isEqualTo(Marks.rendered(FILM));
            assertThat(file.mark()).hasValueSatisfying(said -> {
                assertThat(said.rendered()).isEqualTo(Marks.rendered(FILM));
                assertThat(said.origin().takeId()).isEqualTo(TAKE);
            });
        }
    }

    @Test
    void withoutAMarkTheProvidersBytesAreAll() throws IOException {
        assertThat(clip(FILM, FILM.length, Stamp.NONE).readAllBytes()).isEqualTo(FILM);
    }

    @Test
    void aClipThatIsNotWholeIsNeverMarked() {
        byte[] half = Arrays.copyOf(FILM, FILM.length / 2);

        assertThatThrownBy(() -> clip(half, half.length, Marks.stamp(TAKE)).readAllBytes())
                .hasMessageContaining("no whole MP4");
        assertThatThrownBy(() -> clip(half, -1, Marks.stamp(TAKE)).readAllBytes())
                .hasMessageContaining("no whole MP4");
        assertThatThrownBy(() -> clip(FILM, FILM.length + 1, Marks.stamp(TAKE)).readAllBytes())
                .hasMessageContaining("announced");
    }

    @Test
    void aFileWithoutAnEndIsNotMarkedButKeptAsItIsWithoutOne() throws IOException {
        byte[] endless = Mp4.endlessFilm(5, 20_000);

        MarkedClip clip = clip(endless, endless.length, Marks.stamp(TAKE));

        assertThatThrownBy(clip::readAllBytes).hasMessageContaining("cannot be marked");
        assertThat(clip.obstacle()).isPresent();
        assertThat(clip(endless, endless.length, Stamp.NONE).readAllBytes()).isEqualTo(endless);
    }

    private static MarkedClip clip(byte[] bytes, long announced, Stamp stamp) {
        return new MarkedClip(new ByteArrayInputStream(bytes), announced, 1 << 20, stamp);
    }
}
