package dev.callsheet.avatar.domain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers PCM into the pieces an avatar is fed with: a first one of half a second, so that it begins soon, then whole
 * seconds (24 kHz mono signed 16-bit, that is 48000 bytes a second). Not thread-safe.
 */
public final class AudioChunks {
    /** 24000 samples a second of two bytes each. */
    public static final int BYTES_PER_MS = 48;

    private static final int SECOND_BYTES = 1000 * BYTES_PER_MS;

    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private int wanted = SECOND_BYTES / 2;

    /** Takes audio as it comes; returns the pieces it completes. */
    public List<byte[]> add(byte[] pcm) {
        open.writeBytes(pcm);
        var complete = new ArrayList<byte[]>();
        while (open.size() >= wanted) {
            byte[] all = open.toByteArray();
            complete.add(Arrays.copyOf(all, wanted));
            open.reset();
            open.write(all, wanted, all.length - wanted);
            wanted = SECOND_BYTES;
        }
        return complete;
    }

    /** What is left, in whole samples; empty if nothing is. */
    public byte[] rest() {
        byte[] rest = open.toByteArray();
        open.reset();
        return Arrays.copyOf(rest, rest.length & ~1);
    }
}
