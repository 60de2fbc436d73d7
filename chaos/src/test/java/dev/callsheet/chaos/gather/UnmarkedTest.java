package dev.callsheet.chaos.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnmarkedTest {
    private static final byte[] FILM = join(box("ftyp", new byte[8]), box("mdat", new byte[100]));
    private static final byte[] XMP = ByteBuffer.allocate(40)
            .putLong(0xbe7acfcb97a942e8L)
            .putLong(0x9c71999491e3afacL)
            .array();

    @Test
    void theMarkAtTheEndIsTakenAway() {
        assertThat(Unmarked.of(join(FILM, box("uuid", XMP)))).isEqualTo(FILM);
    }

    @Test
    void whatIsNoMarkStays() {
        byte[] marked = join(FILM, box("uuid", XMP));
        for (byte[] file : new byte[][] {
            FILM,
            join(FILM, box("uuid", new byte[40])),
            join(marked, box("free", new byte[4])),
            Arrays.copyOf(marked, marked.length - 1),
            "a page of text".getBytes(StandardCharsets.US_ASCII),
            {}
        }) {
            assertThat(Unmarked.of(file)).isEqualTo(file);
        }
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
