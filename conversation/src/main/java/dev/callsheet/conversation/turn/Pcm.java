package dev.callsheet.conversation.turn;

import java.time.Duration;

/** The sound that avatars take: 24 kHz mono signed 16-bit little-endian. */
public final class Pcm {
    /** 24 samples a millisecond of two bytes each. */
    public static final int BYTES_PER_MS = 48;

    private static final long NANOS_PER_MS = 1_000_000;

    private Pcm() {}

    /** How long so many bytes sound. */
    public static Duration length(long bytes) {
        return Duration.ofNanos(bytes * NANOS_PER_MS / BYTES_PER_MS);
    }

    /** How many bytes sound so long, in whole samples. */
    public static int bytes(Duration length) {
        return (int) (length.toNanos() * BYTES_PER_MS / NANOS_PER_MS) & ~1;
    }

    /**
     * The size in bytes of the next piece to give, in whole samples; 0 to wait for more.
     *
     * @param there how much there is
     * @param complete no more will come
     * @param wanted how much is wanted at least, unless it is complete, and at most
     */
    public static int piece(int there, boolean complete, Duration wanted) {
        int size = bytes(wanted);
        if (there >= size) {
            return size;
        }
        return complete ? there & ~1 : 0;
    }
}
