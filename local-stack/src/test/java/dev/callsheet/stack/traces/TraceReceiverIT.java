package dev.callsheet.stack.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.FreePorts;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReceiverIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    private Path folder;

    private TraceReceiver receiver;
    private HttpClient http;

    @BeforeEach
    void start() {
        receiver = TraceReceiver.start(FreePorts.take(1).getFirst(), new TraceStore(folder));
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        receiver.close();
        http.close();
    }

    @Test
    void aZippedExportIsKeptAndShownByItsTraceId() throws Exception {
        assertThat(post(zipped(export())).statusCode()).isEqualTo(200);

        SpanLine[] spans = Json.read(get("/traces/" + TRACE).body(), SpanLine[].class);

        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.service()).isEqualTo("i2v-worker");
            assertThat(span.name()).isEqualTo("submit");
            assertThat(span.parentId()).isNull();
            assertThat(span.endNanos() - span.startNanos()).isEqualTo(500);
        });
        assertThat(new TraceStore(folder).find(TRACE)).hasSize(1);
    }

    @Test
    void aTraceIsAnsweredAsTempoDoes() throws Exception {
        post(zipped(export()));
        post(zipped(export()));

        var answer = Json.read(get("/api/v2/traces/" + TRACE).body());

        var resource = answer.at("/trace/resourceSpans/0");
        assertThat(resource.at("/resource/attributes/0/value/stringValue").asText())
                .isEqualTo("i2v-worker");
        assertThat(resource.at("/scopeSpans/0/spans")).singleElement().satisfies(span -> {
            assertThat(span.path("spanId").asText()).isEqualTo("AQIDBAUGBwg=");
            assertThat(span.path("startTimeUnixNano").asText()).isEqualTo("1000");
            assertThat(span.has("parentSpanId")).isFalse();
        });
        assertThat(get("/api/v2/traces/00000000000000000000000000000001").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoExportIsRefused() throws Exception {
        assertThat(post(zipped("no export".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/traces/no-id").statusCode()).isEqualTo(404);
    }

    private static byte[] export() {
        var span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .setName("submit")
                .setStartTimeUnixNano(1000)
                .setEndTimeUnixNano(1500);
        var service = KeyValue.newBuilder()
                .setKey("service.name")
                .setValue(AnyValue.newBuilder().setStringValue("i2v-worker"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(service))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        return post("/v1/traces", body);
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + path))
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + path));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
