package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.avatar.domain.Speech;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** {@link Speech} over {@code POST /audio/speech} with {@code response_format: pcm}: 24 kHz mono signed 16-bit. */
@Singleton
class OpenAiSpeech implements Speech {
    private static final int BUFFER_BYTES = 8192;

    private final SpeechAccess access;
    private final Streams streams;

    OpenAiSpeech(SpeechAccess access, Streams streams) {
        this.access = access;
        this.streams = streams;
    }

    @Override
    public void say(String sentence, Consumer<byte[]> pcm) {
        var body =
                Map.of("model", access.model(), "voice", access.voice(), "input", sentence, "response_format", "pcm");
        streams.post(
                "speech",
                access.url() + "/audio/speech",
                access.key(),
                access.timeout(),
                body,
                stream -> copy(stream, pcm));
    }

    private static void copy(InputStream stream, Consumer<byte[]> pcm) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            pcm.accept(Arrays.copyOf(buffer, count));
        }
    }
}
