package dev.callsheet.requestapi.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class HostileBodiesIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final byte[] CESU = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

    @Inject
    DataSource dataSource;

    @Inject
    Bodies bodies;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    static List<Arguments> hostile() {
        return List.of(
                Arguments.of("nothing", utf8(""), 400),
                Arguments.of("deep nesting", utf8("{\"x\":" + "[".repeat(400_000)), 400),
                Arguments.of("deep but closed", utf8("{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"), 400),
                Arguments.of("NaN", utf8("{\"seed\":NaN}"), 400),
                Arguments.of("Infinity", utf8("{\"seed\":-Infinity}"), 400),
                Arguments.of("duplicate keys", utf8("{\"prompt\":\"a\",\"prompt\":\"b\"}"), 400),
                Arguments.of("bad UTF-8", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, 400),
                Arguments.of("UTF-8 of half a character", CESU, 400),
                Arguments.of("UTF-16", "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), 400),
                Arguments.of("a byte order mark", utf8("\uFEFF{}"), 400),
                Arguments.of("a lone surrogate", utf8("{\"prompt\":\"\\ud800\"}"), 400),
                Arguments.of("a lone surrogate as a name", utf8("{\"\\udc00x\":1}"), 400),
                Arguments.of("an exponent of ten digits", utf8("{\"seed\":1e1000000000}"), 400),
                Arguments.of("a number of 2,000 digits", utf8("{\"seed\":" + "9".repeat(2000) + "}"), 400),
                Arguments.of("two documents", utf8("{} {}"), 400),
                Arguments.of("many values", utf8("[" + "0,".repeat(390_000) + "0]"), 400),
                Arguments.of("a million values", utf8("[" + "0,".repeat(1_000_000) + "0]"), 413),
                Arguments.of("over 768 KiB", utf8("{\"prompt\":\"" + "x".repeat(786_432) + "\"}"), 413),
                Arguments.of("over 1 MiB", utf8("{\"prompt\":\"" + "x".repeat(1 << 20) + "\"}"), 413),
                Arguments.of("12 MiB", utf8("{\"prompt\":\"" + "x".repeat(12 << 20) + "\"}"), 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileBodyIsAProblemDocumentAndHasNoEffect(String name, byte[] body, int status) throws Exception {
        HttpResponse<String> answer = Post.of("hostile " + name, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.read(utf8(answer.body())).path("code").asText())
                .isEqualTo(status == 413 ? "request.too_large" : "event.json");
        assertThat(rows(RequestId.ofKey(DEMO, "hostile " + name))).isZero();
    }

    @Test
    void whatWasRefusedIsNotOnTheLog() throws Exception {
        for (Arguments one : hostile()) {
            Post.of("not on the log", (byte[]) one.get()[1]);
        }
        try (var corridor = new Corridor(bootstrapServers)) {
            assertThat(Post.of("on the log", "{\"prompt\":\"x\"}").statusCode()).isEqualTo(202);
            String id = RequestId.ofKey(DEMO, "on the log").toString();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !corridor.requests(id).isEmpty());
            assertThat(corridor.requests(RequestId.ofKey(DEMO, "not on the log").toString()))
                    .isEmpty();
        }
    }

    @Test
    void endlessBodiesWithoutALengthStopAtTheLimitWhoeverSendsThem() throws Exception {
        AtomicLong given = new AtomicLong();
        List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String key = "endless " + i;
            posts.add(() -> Post.chunked(key, () -> new Endless(given)));
        }
        long most = 0;
        try (var threads = Executors.newFixedThreadPool(32)) {
            var answers = posts.stream().map(threads::submit).toList();
            while (!answers.stream().allMatch(java.util.concurrent.Future::isDone)) {
                most = Math.max(most, bodies.held());
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            for (var answer : answers) {
                try {
                    assertThat(answer.get().statusCode()).isEqualTo(413);
                } catch (java.util.concurrent.ExecutionException e) {
                    // The line was cut while the client was still sending: no less of a refusal.
                    assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
                }
            }
        }
        assertThat(most).isLessThanOrEqualTo(32 * 786_432L);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(bodies.held()).isZero());
        assertThat(given.get()).as("bytes that were taken off the clients").isLessThan(32 * (24L << 20));
    }

    @Test
    void aBodyThatComesTooSlowlyIsNotWaitedFor() throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(utf8("POST /v1/requests HTTP/1.1\r\nHost: x\r\nX-API-Key: demo-key\r\nIdempotency-Key: slow\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"prompt\""));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("request.slow");
        }
        assertThat(rows(RequestId.ofKey(DEMO, "slow"))).isZero();
    }

    @Test
    void aCallerWithoutAKeyIsRefusedBeforeItsBodyIsRead() throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(utf8("POST /v1/requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 700000\r\n\r\n"));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401").contains("auth.missing");
        }
    }

    private long rows(RequestId id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement count = connection.createStatement();
                ResultSet row = count.executeQuery(
                        "select (select count(*) from claims where request_id = '%1$s') + (select count(*) from requests where id = '%1$s')"
                                .formatted(id))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Half a gigabyte of a string, or for as long as somebody takes it. */
    private static final class Endless extends InputStream {
        private final AtomicLong given;
        private long left = 512L << 20;

        Endless(AtomicLong given) {
            this.given = given;
        }

        @Override
        public int read() {
            left--;
            given.incrementAndGet();
            return left <= 0 ? -1 : 'x';
        }

        @Override
        public int read(byte[] into, int off, int len) {
            if (left <= 0) {
                return -1;
            }
            java.util.Arrays.fill(into, off, off + len, (byte) 'x');
            left -= len;
            given.addAndGet(len);
            return len;
        }
    }
}
