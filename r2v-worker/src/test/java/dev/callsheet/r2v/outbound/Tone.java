package dev.callsheet.r2v.outbound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A voice for tests: a hum. */
public final class Tone {
    private static final int RATE = 16_000;

    private Tone() {}

    /** 16 bit mono, 16 kHz. */
    public static byte[] wav(double seconds) {
        int samples = (int) (seconds * RATE);
        ByteBuffer file = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put(latin("RIFF")).putInt(36 + samples * 2).put(latin("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        file.putShort((short) 2).putShort((short) 16).put(latin("data")).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            file.putShort((short) (9000 * Math.sin(i * 2 * Math.PI * 180 / RATE)));
        }
        return file.array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
