package dev.callsheet.twin.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One channel of sound from or for a RIFF WAVE file.
 *
 * @param samples full scale is -1 to 1
 * @param rate samples in a second
 */
record Wav(float[] samples, int rate) {
    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xfffe;

    /** Signed 16-bit little-endian PCM. */
    static Wav pcm(byte[] pcm, int rate) {
        float[] samples = new float[pcm.length / 2];
        ByteBuffer bytes = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort() / 32768f;
        }
        return new Wav(samples, rate);
    }

    /** The first channel of a file of 16-bit samples; empty if it is something else. */
    static Optional<Wav> read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER
                || !id(bytes, 0).equals("RIFF")
                || !id(bytes, 8).equals("WAVE")) {
            return Optional.empty();
        }
        int channels = 0;
        int rate = 0;
        for (int at = 12; at + 8 <= file.length; ) {
            int size = bytes.getInt(at + 4);
            if (id(bytes, at).equals("fmt ") && at + 24 <= file.length) {
                int form = Short.toUnsignedInt(bytes.getShort(at + 8));
                boolean known = (form == PCM || form == EXTENSIBLE) && bytes.getShort(at + 22) == 16;
                channels = known ? bytes.getShort(at + 10) : 0;
                rate = bytes.getInt(at + 12);
            } else if (id(bytes, at).equals("data") && channels > 0 && rate >= 8000) {
                // Who streams a file does not know its length, and says the most or nothing.
                int length = size < 0 || size > file.length - at - 8 ? file.length - at - 8 : size;
                return Optional.of(new Wav(firstChannel(bytes, at + 8, length, channels), rate));
            }
            if (size < 0 || size > file.length - at - 8) {
                return Optional.empty();
            }
            at += 8 + size + (size & 1);
        }
        return Optional.empty();
    }

    /** A file of 16-bit samples. */
    byte[] file() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header(rate, samples.length * 2));
        for (float sample : samples) {
            bytes.putShort((short) Math.clamp(Math.round(sample * 32768), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return bytes.array();
    }

    /** What stands before the samples of a file of one channel. @param length of the samples in bytes */
    static byte[] header(int rate, int length) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER - 8 + length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array();
    }

    private static float[] firstChannel(ByteBuffer bytes, int from, int length, int channels) {
        float[] samples = new float[length / (2 * channels)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(from + i * 2 * channels) / 32768f;
        }
        return samples;
    }

    private static String id(ByteBuffer bytes, int at) {
        byte[] id = new byte[4];
        bytes.get(at, id);
        return new String(id, StandardCharsets.US_ASCII);
    }
}
