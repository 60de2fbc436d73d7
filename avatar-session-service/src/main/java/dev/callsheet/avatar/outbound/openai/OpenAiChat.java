package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.contracts.Json;
import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Work;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@link LanguageModel} over {@code POST /chat/completions} with {@code stream: true}. */
@Singleton
class OpenAiChat implements LanguageModel {
    private final Vertx vertx;
    private final String model;
    private final Endpoint endpoint;

    OpenAiChat(LlmAccess access, Vertx vertx) {
        this.vertx = vertx;
        this.model = access.model();
        this.endpoint = new Endpoint(
                "llm",
                Endpoint.http(vertx, access.url(), access.connections()),
                access.url(),
                access.key(),
                access.timeout(),
                access.stall());
    }

    @Override
    public Work answer(List<Words> conversation, Sink sink) {
        var body = Map.of(
                "model",
                model,
                "stream",
                true,
                "messages",
                conversation.stream().map(OpenAiChat::message).toList());
        return Call.start(
                vertx,
                endpoint,
                "/chat/completions",
                "application/json",
                Buffer.buffer(Json.write(body)),
                new ChatAnswer(sink));
    }

    private static Map<String, String> message(Words words) {
        String role = switch (words.speaker()) {
            case SYSTEM -> "system";
            case PERSON -> "user";
            case AVATAR -> "assistant";
        };
        return Map.of("role", role, "content", words.text());
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @PreDestroy
    void close() {
        endpoint.http().close();
    }
}
