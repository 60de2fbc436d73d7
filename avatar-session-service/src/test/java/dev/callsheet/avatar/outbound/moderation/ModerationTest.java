package dev.callsheet.avatar.outbound.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.comments.Moderator.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModerationTest {
    private final CompletableFuture<JsonNode> asked = new CompletableFuture<>();
    private int status = 200;
    private String answer = "";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/moderations", exchange -> {
            asked.complete(Json.read(exchange.getRequestBody().readAllBytes()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theBuiltInListAndTheOwnWordsAreAskedWithoutAnEndpoint() throws Exception {
        assertThat(judge(
                        moderation(Optional.empty()),
                        "How much is it?",
                        "f.u.c.k you",
                        "mail ann@example.org",
                        "snorkel"))
                .isEqualTo("allowed refused:word refused:expression refused:word");
        assertThat(asked).isNotDone();
    }

    @Test
    void theEndpointSeesOnlyWhatTheListAllows() throws Exception {
        answer = """
                {"id":"m","results":[{"flagged":false,"categories":{"hate":false}},
                                     {"flagged":true,"categories":{"hate":true,"violence":false}}]}
                """;
        assertThat(judge(moderation(Optional.of(url())), "How much is it?", "shit", "I detest them all"))
                .isEqualTo("allowed refused:word refused:hate");
        assertThat(asked.get().path("input")).hasToString("[\"How much is it?\",\"I detest them all\"]");
        assertThat(asked.get().path("model").asText()).isEqualTo("a-model");
    }

    @Test
    void anAnswerThatIsNoneFails() throws Exception {
        status = 500;
        assertThat(judge(moderation(Optional.of(url())), "How much is it?")).isEqualTo("moderation.refused");
        status = 200;
        answer = "{\"results\":[]}";
        assertThat(judge(moderation(Optional.of(url())), "How much is it?")).isEqualTo("moderation.unreadable");
        answer = "no JSON";
        assertThat(judge(moderation(Optional.of(url())), "How much is it?")).isEqualTo("moderation.unreadable");
        server.stop(0);
        assertThat(judge(moderation(Optional.of(url())), "How much is it?")).isEqualTo("moderation.unavailable");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private static String judge(Moderation moderation, String... texts) throws Exception {
        var told = new CompletableFuture<String>();
        moderation.judge(List.of(texts), new Moderator.Sink() {
            @Override
            public void verdicts(List<Verdict> verdicts) {
                told.complete(String.join(
                        " ",
                        verdicts.stream()
                                .map(one -> one.allowed() ? "allowed" : "refused:" + one.label())
                                .toList()));
            }

            @Override
            public void failed(String code, String message) {
                told.complete(code);
            }
        });
        String result = told.get(5, TimeUnit.SECONDS);
        moderation.close();
        return result;
    }

    private static Moderation moderation(Optional<String> url) {
        return new Moderation(new ModerationAccess() {
            @Override
            public Optional<List<String>> words() {
                return Optional.of(List.of("snorkel"));
            }

            @Override
            public Optional<String> file() {
                return Optional.empty();
            }

            @Override
            public Optional<String> url() {
                return url;
            }

            @Override
            public Optional<String> key() {
                return Optional.of("a-key");
            }

            @Override
            public String model() {
                return "a-model";
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(3);
            }
        });
    }
}
