package dev.callsheet.avatar.outbound.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AnswerTrouble;
import dev.callsheet.avatar.domain.LanguageModel;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@link LanguageModel} over {@code POST /chat/completions} with {@code stream: true}. */
@Singleton
class OpenAiChat implements LanguageModel {
    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final LlmAccess access;
    private final Streams streams;

    OpenAiChat(LlmAccess access, Streams streams) {
        this.access = access;
        this.streams = streams;
    }

    @Override
    public void answer(List<Words> conversation, Consumer<String> tokens) {
        var body = Map.of(
                "model",
                access.model(),
                "stream",
                true,
                "messages",
                conversation.stream().map(OpenAiChat::message).toList());
        streams.post(
                "llm",
                access.url() + "/chat/completions",
                access.key(),
                access.timeout(),
                body,
                stream -> events(stream, tokens));
    }

    private static Map<String, String> message(Words words) {
        String role = switch (words.speaker()) {
            case SYSTEM -> "system";
            case PERSON -> "user";
            case AVATAR -> "assistant";
        };
        return Map.of("role", role, "content", words.text());
    }

    private static void events(InputStream stream, Consumer<String> tokens) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith(DATA)) {
                continue;
            }
            String data = line.substring(DATA.length()).strip();
            if (data.equals(DONE)) {
                return;
            }
            String token = token(data);
            if (!token.isEmpty()) {
                tokens.accept(token);
            }
        }
        throw new IOException("the stream ended before its end was announced");
    }

    private static String token(String data) {
        try {
            JsonNode event = Json.read(data.getBytes(StandardCharsets.UTF_8));
            if (event.has("error")) {
                throw new AnswerTrouble("llm.failed", "The language model broke off");
            }
            JsonNode content = event.path("choices").path(0).path("delta").path("content");
            return content.isTextual() ? content.asText() : "";
        } catch (UnreadableEvent e) {
            throw new AnswerTrouble("llm.unreadable", "The language model answered with something else than JSON");
        }
    }
}
