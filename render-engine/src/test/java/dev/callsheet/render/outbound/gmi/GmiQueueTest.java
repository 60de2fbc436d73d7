package dev.callsheet.render.outbound.gmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.outbound.MediaFormat;
import io.opentelemetry.api.OpenTelemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GmiQueueTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean may = true;
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private GmiQueue queue;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Runnable::run);
        server.start();
        queue = queue(server.getAddress().getPort());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        http.shutdownNow();
    }

    @Test
    void aSubmitCarriesKeyModelAndPayload() {
        answer("/requests", 200, "{'request_id':'r1','status':'queued'}");

        assertThat(submit()).isEqualTo(new SubmitAnswer.Accepted("r1"));
        assertThat(seen).containsExactly("POST /requests Bearer k {'model':'wan2.7-i2v','payload':{'seed':7}}");
    }

    @Test
    void aConnectionThatIsCutBeforeTheAnswerIsAmbiguousAndNotTriedAgain() {
        server.createContext("/requests", exchange -> {
            note(exchange);
            exchange.close();
        });

        assertThat(submit()).isInstanceOf(SubmitAnswer.Ambiguous.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAmbiguous() throws IOException {
        try (var silent = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            queue = queue(silent.getLocalPort());

            assertThat(submit()).isInstanceOf(SubmitAnswer.Ambiguous.class);
        }
    }

    @Test
    void aRefusedConnectionHasSurelySentNothing() {
        server.stop(0);

        assertThat(submit()).isInstanceOf(SubmitAnswer.NotSent.class);
    }

    @Test
    void aJobThatIsNotKnownIsUnknownAndATroubledProviderIsAskedLater() throws IOException {
        answer("/requests/gone", 404, "{'error':'not found'}");
        answer("/requests/busy", 503, "{'error':'later'}");

        assertThat(queue.read("gone").status()).isEqualTo(new JobStatus.Unknown());
        assertThatThrownBy(() -> queue.read("busy"))
                .isInstanceOf(IOException.class)
                .hasMessage("the provider answers 503: later");
    }

    @Test
    void anUploadTriesTheSecondContentTypeWhereTheFirstIsNotSigned() throws IOException {
        int port = server.getAddress().getPort();
        answer(
                "/upload-url",
                200,
                "{'upload_url':'http://127.0.0.1:" + port + "/slot','public_url':'https://p/1.mp3'}");
        server.createContext("/slot", exchange -> {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            seen.add(type + " " + exchange.getRequestBody().readAllBytes().length);
            exchange.sendResponseHeaders(type.equals("audio/mp3") ? 200 : 403, -1);
            exchange.close();
        });

        String address = queue.upload(MediaFormat.MP3, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(address).isEqualTo("https://p/1.mp3");
        assertThat(seen)
                .containsExactly("POST /upload-url Bearer k {'file_type':'mp3'}", "audio/mpeg 3", "audio/mp3 3");
    }

    @Test
    void whoHasLostTheRightToSendSendsNothing() {
        answer("/requests", 200, "{'request_id':'job'}");
        may = false;

        assertThat(submit()).isInstanceOf(SubmitAnswer.NotSent.class);
        assertThat(seen).noneSatisfy(call -> assertThat(call).contains("wan2.7-i2v"));
    }

    private GmiQueue queue(int port) {
        return new GmiQueue(
                http,
                "http://127.0.0.1:" + port,
                "k",
                Duration.ofMillis(300),
                OpenTelemetry.noop().getTracer("test"));
    }

    private SubmitAnswer submit() {
        return queue.submit("wan2.7-i2v", Json.mapper().createObjectNode().put("seed", 7), () -> may);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            note(exchange);
            byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add("%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body.replace('"', '\''))
                .strip());
    }
}
