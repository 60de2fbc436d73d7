package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.conversation.hearing.Transcriber;
import dev.callsheet.conversation.line.Work;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** {@link Transcriber} over {@code POST /audio/transcriptions} with a WAV file. */
@Singleton
class OpenAiTranscriber implements Transcriber {
    private final Vertx vertx;
    private final String model;
    private final Endpoint endpoint;

    OpenAiTranscriber(TranscriptionAccess access, Vertx vertx) {
        this.vertx = vertx;
        this.model = access.model();
        this.endpoint = new Endpoint(
                "transcription",
                Endpoint.http(vertx, access.url(), access.connections()),
                access.url(),
                access.key(),
                access.timeout(),
                access.timeout());
    }

    @Override
    public Work transcribe(byte[] pcm, @Nullable String language, Sink sink) {
        var form = new SpeechForm().field("model", model).field("response_format", "json");
        if (language != null) {
            // The endpoint knows languages, not their regions.
            form.field("language", language.split("-")[0]);
        }
        return Call.start(
                vertx,
                endpoint,
                "/audio/transcriptions",
                form.contentType(),
                form.wav(pcm),
                new TranscriptionAnswer(sink));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @PreDestroy
    void close() {
        endpoint.http().close();
    }
}
