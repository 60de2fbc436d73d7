package dev.callsheet.render.outbound.gmi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.corridor.metrics.Calls;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.outbound.ContentSource;
import dev.callsheet.render.outbound.MediaFormat;
import dev.callsheet.render.outbound.ModelDetails;
import dev.callsheet.render.outbound.RenderProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** GMI Cloud's media request queue over HTTP. */
public final class GmiQueue implements RenderProvider, ModelDetails {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(5);
    private static final String TYPE_FIELD = "file_type";
    private static final String UPLOAD = "upload";

    private final HttpClient http;
    private final String base;
    private final String key;
    private final Duration submitTimeout;
    private final Tracer tracer;
    private final Calls calls;

    /**
     * @param base address of the queue, without a slash at its end
     * @param submitTimeout after which a submit counts as ambiguous
     */
    public GmiQueue(HttpClient http, String base, String key, Duration submitTimeout, Tracer tracer) {
        this(http, base, key, submitTimeout, tracer, Calls.UNMEASURED);
    }

    /** The same, with how long each call took. */
    public GmiQueue(HttpClient http, String base, String key, Duration submitTimeout, Tracer tracer, Calls calls) {
        this.calls = calls;
        this.http = http;
        this.base = base;
        this.key = key;
        this.submitTimeout = submitTimeout;
        this.tracer = tracer;
    }

    @Override
    public SubmitAnswer submit(String model, JsonNode payload, BooleanSupplier still) {
        FencedBody body = new FencedBody(Json.write(Map.of("model", model, "payload", payload)), still);
        HttpRequest request =
                call("/requests").timeout(submitTimeout).POST(body).build();
        try {
            HttpResponse<byte[]> answer = send(request);
            return GmiAnswers.submit(
                    answer.statusCode(),
                    GmiAnswers.json(answer.body()),
                    answer.headers().firstValue("Retry-After").orElse(null));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new SubmitAnswer.NotSent("the provider cannot be reached");
        } catch (IOException | RuntimeException e) {
            if (!body.left()) {
                return new SubmitAnswer.NotSent(
                        "nothing was sent: " + e.getClass().getSimpleName());
            }
            return new SubmitAnswer.Ambiguous(
                    "no answer to the submit: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public Job read(String providerId) throws IOException {
        HttpResponse<byte[]> answer = send(get("/requests/" + encoded(providerId)));
        if (answer.statusCode() == 404) {
            return new Job(providerId, new JobStatus.Unknown(), Marker.NONE, Instant.EPOCH);
        }
        return GmiAnswers.job(good(answer));
    }

    @Override
    public List<Job> list(String model) throws IOException {
        return GmiAnswers.jobs(good(send(get("/requests?model_id=" + encoded(model)))));
    }

    @Override
    public String cancel(String providerId) throws IOException {
        HttpResponse<byte[]> answer = send(call("/requests/" + encoded(providerId))
                .timeout(READ_TIMEOUT)
                .DELETE()
                .build());
        JsonNode body = GmiAnswers.json(answer.body());
        String word = body.path("status").asText("");
        return answer.statusCode()
                + (word.isEmpty()
                        ? GmiAnswers.error(body).map(text -> ": " + text).orElse("")
                        : " " + word);
    }

    @Override
    public JsonNode details(String model) throws IOException {
        return good(send(get("/models/" + encoded(model))));
    }

    @Override
    public String upload(MediaFormat format, long length, ContentSource content) throws IOException {
        HttpRequest ask = call("/upload-url")
                .timeout(READ_TIMEOUT)
                .POST(BodyPublishers.ofByteArray(Json.write(Map.of(TYPE_FIELD, format.word()))))
                .build();
        JsonNode slot = good(send(ask));
        URI target = URI.create(slot.path("upload_url").asText());
        String address = slot.path("public_url").asText();
        if (target.getHost() == null || address.isEmpty()) {
            throw new IOException("the upload slot has no address");
        }
        int status = 0;
        for (String type : contentTypes(format)) {
            status = put(target, type, length, content);
            if (status != 403) {
                break;
            }
        }
        if (status / 100 != 2) {
            throw new IOException("the upload slot answers " + status);
        }
        return address;
    }

    /** The signature of a slot holds for one content type, letter by letter; for mp3 two are reported. */
    private static List<String> contentTypes(MediaFormat format) throws IOException {
        return switch (format) {
            case JPEG -> List.of("image/jpeg");
            case PNG -> List.of("image/png");
            case MP4 -> List.of("video/mp4");
            case WAV -> List.of("audio/wav");
            case MP3 -> List.of("audio/mpeg", "audio/mp3");
            case BMP, WEBP -> throw new IOException("the provider takes no " + format.word());
        };
    }

    private int put(URI target, String type, long length, ContentSource content) throws IOException {
        HttpRequest.BodyPublisher bytes = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return content.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                length);
        HttpRequest put = HttpRequest.newBuilder(target)
                .timeout(UPLOAD_TIMEOUT)
                .header("Content-Type", type)
                .PUT(bytes)
                .build();
        return send(put).statusCode();
    }

    private HttpRequest get(String path) {
        return call(path).timeout(READ_TIMEOUT).GET().build();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private static JsonNode good(HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = GmiAnswers.json(answer.body());
        if (answer.statusCode() / 100 != 2 || body.isMissingNode()) {
            throw new IOException("the provider answers " + answer.statusCode() + ": "
                    + GmiAnswers.error(body).orElse("no reason given"));
        }
        return body;
    }

    /** One call, as a client span if it is part of a trace: polls are not. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        String path = name(request.uri());
        Span span = Span.current().getSpanContext().isValid()
                ? tracer.spanBuilder(request.method() + " " + path)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute(TraceNames.HTTP_METHOD, request.method())
                        .setAttribute(TraceNames.SERVER_ADDRESS, request.uri().getHost())
                        .setAttribute(TraceNames.URL_TEMPLATE, path)
                        .startSpan()
                : Span.getInvalid();
        long began = System.nanoTime();
        String outcome = Calls.AWAY;
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            outcome = Calls.outcome(answer.statusCode());
            span.setAttribute(TraceNames.HTTP_STATUS, (long) answer.statusCode());
            if (answer.statusCode() >= 400) {
                span.setAttribute(TraceNames.ERROR_TYPE, Integer.toString(answer.statusCode()));
                span.setStatus(StatusCode.ERROR);
            }
            return answer;
        } catch (IOException e) {
            span.setAttribute(TraceNames.ERROR_TYPE, e.getClass().getSimpleName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            calls.ended(operation(request.method(), path), outcome, began);
            span.end();
        }
    }

    private static String operation(String method, String path) {
        return switch (method) {
            case "POST" -> path.equals("/requests") ? "submit" : UPLOAD;
            case "DELETE" -> "cancel";
            case "PUT" -> UPLOAD;
            default -> path.equals("/requests") ? "list" : path.startsWith("/models") ? "details" : "read";
        };
    }

    /** The path's fixed part: names of spans must be few. */
    private String name(URI uri) {
        String path = uri.toString();
        if (!path.startsWith(base)) {
            return UPLOAD;
        }
        String rest = path.substring(base.length()).replaceFirst("\\?.*", "");
        return rest.startsWith("/requests/") ? "/requests/{id}" : rest;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
