package dev.callsheet.conversation.hearing;

import java.util.Arrays;

/** The sound that may be needed: what an utterance has so far, or the last bit of what is not one yet. Not thread-safe. */
final class Utterance {
    /** A second; most utterances are longer, most microphones are silent. */
    private static final int FIRST = Ear.RATE * 2;

    private byte[] pcm = new byte[FIRST];
    private int length;

    void add(byte[] more) {
        int needed = length + more.length;
        if (needed > pcm.length) {
            pcm = Arrays.copyOf(pcm, Math.max(needed, 2 * pcm.length));
        }
        System.arraycopy(more, 0, pcm, length, more.length);
        length = needed;
    }

    /** Forgets all but the last bytes, and keeps samples whole. @return how many were forgotten */
    int keepLast(int bytes) {
        int dropped = Math.max(0, length - bytes) & ~1;
        System.arraycopy(pcm, dropped, pcm, 0, length - dropped);
        length -= dropped;
        return dropped;
    }

    void clear() {
        length = 0;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    /** Fills the frame with the samples from this byte on, full scale is -1 to 1. */
    float[] samples(int from, float[] frame) {
        for (int i = 0; i < frame.length; i++) {
            int at = from + 2 * i;
            frame[i] = (short) (pcm[at] & 0xff | pcm[at + 1] << 8) / 32768f;
        }
        return frame;
    }

    /** Takes the first bytes out, whole samples of them. */
    byte[] take(int bytes) {
        int whole = Math.min(bytes, length) & ~1;
        byte[] taken = Arrays.copyOf(pcm, whole);
        byte[] rest = Arrays.copyOfRange(pcm, whole, length);
        pcm = new byte[FIRST];
        length = 0;
        add(rest);
        return taken;
    }
}
