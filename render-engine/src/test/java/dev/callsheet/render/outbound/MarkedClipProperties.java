package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.testkit.Mp4;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MarkedClipProperties {
    private static final byte[] FILM = Mp4.film(2, 3_000);
    private static final TakeId TAKE = TakeId.of(Marks.REQUEST, 2);
    private static final byte[] STORED = Marks.marked(FILM, TAKE);

    @Property(tries = 500)
    void howeverTheStreamIsCutTheSameIsStored(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2_000) int sent,
            @ForAll @IntRange(min = 1, max = 2_000) int asked,
            @ForAll boolean announced)
            throws IOException {
        MarkedClip clip = new MarkedClip(
                pieces(new Random(seed), sent), announced ? FILM.length : -1, 1 << 20, Marks.stamp(TAKE));

        assertThat(read(clip, new Random(~seed), asked)).isEqualTo(STORED);

        StoredFile file = StoredFile.read(new Pieces(STORED, new Random(seed), sent), FILM.length);
        assertThat(file.start()).isEqualTo(Marks.rendered(FILM));
        assertThat(file.mark()).isPresent();
    }

    private static InputStream pieces(Random random, int most) {
        return new Pieces(FILM, random, most);
    }

    private static byte[] read(InputStream content, Random random, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[most];
        while (true) {
            int count = random.nextInt(20) == 0 ? one(content, part) : content.read(part, 0, 1 + random.nextInt(most));
            if (count < 0) {
                return all.toByteArray();
            }
            all.write(part, 0, count);
        }
    }

    private static int one(InputStream content, byte[] part) throws IOException {
        int value = content.read();
        part[0] = (byte) value;
        return value < 0 ? -1 : 1;
    }

    /** Gives fewer bytes than it is asked for, as the network does. */
    private static final class Pieces extends InputStream {
        private final InputStream content;
        private final Random random;
        private final int most;

        Pieces(byte[] content, Random random, int most) {
            this.content = new ByteArrayInputStream(content);
            this.random = random;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return content.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return content.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
