package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.contracts.Json;
import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.line.Work;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@link Speech} over {@code POST /audio/speech} with {@code response_format: pcm}: 24 kHz mono signed 16-bit. */
@Singleton
class OpenAiSpeech implements Speech {
    private final Vertx vertx;
    private final SpeechAccess access;
    private final Endpoint endpoint;

    OpenAiSpeech(SpeechAccess access, Vertx vertx) {
        this.vertx = vertx;
        this.access = access;
        this.endpoint = new Endpoint(
                "speech",
                Endpoint.http(vertx, access.url(), access.connections()),
                access.url(),
                access.key(),
                access.timeout(),
                access.stall());
    }

    @Override
    public Work say(String sentence, Sink sink) {
        var body =
                Map.of("model", access.model(), "voice", access.voice(), "input", sentence, "response_format", "pcm");
        return Call.start(
                vertx,
                endpoint,
                "/audio/speech",
                "application/json",
                Buffer.buffer(Json.write(body)),
                new SpeechAnswer(sink));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @PreDestroy
    void close() {
        endpoint.http().close();
    }
}
