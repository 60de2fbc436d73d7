package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.conversation.hearing.Ear;
import io.vertx.core.buffer.Buffer;

/** A form with a WAV file for an upload (RFC 7578). Not thread-safe. */
final class SpeechForm {
    /** Fixed: what is sent holds no line like it but by a chance of one in 2^128. */
    private static final String BOUNDARY = "callsheet-8f1c5d0e7b6a4932a1d4c3e2f5b60718";

    private static final int WAV_HEADER = 44;

    private final Buffer body = Buffer.buffer();

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    SpeechForm field(String name, String value) {
        part("form-data; name=\"" + name + "\"").appendString("\r\n" + value + "\r\n");
        return this;
    }

    /** The whole form, with this sound (mono signed 16-bit little-endian PCM at the ear's rate) as its file. */
    Buffer wav(byte[] pcm) {
        part("form-data; name=\"file\"; filename=\"speech.wav\"").appendString("Content-Type: audio/wav\r\n\r\n");
        body.appendString("RIFF")
                .appendIntLE(WAV_HEADER - 8 + pcm.length)
                .appendString("WAVEfmt ")
                .appendIntLE(16)
                .appendShortLE((short) 1)
                .appendShortLE((short) 1)
                .appendIntLE(Ear.RATE)
                .appendIntLE(Ear.RATE * 2)
                .appendShortLE((short) 2)
                .appendShortLE((short) 16)
                .appendString("data")
                .appendIntLE(pcm.length)
                .appendBytes(pcm);
        return body.appendString("\r\n--" + BOUNDARY + "--\r\n");
    }

    private Buffer part(String disposition) {
        return body.appendString("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n");
    }
}
