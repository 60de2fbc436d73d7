package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.render.domain.Mp4Probe;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Copies a rendered clip from the provider into our store: streamed, hashed, and checked to be a whole MP4 file. */
public final class ClipFetch {
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BODY_TIMEOUT = Duration.ofMinutes(10);
    private static final long MOST_BYTES = 1L << 30;

    private final HttpClient http;
    private final ClipStore store;
    private final ScheduledExecutorService timer;
    private final Tracer tracer;

    public ClipFetch(HttpClient http, ClipStore store, ScheduledExecutorService timer, Tracer tracer) {
        this.http = http;
        this.store = store;
        this.timer = timer;
        this.tracer = tracer;
    }

    /** @throws IOException if what came is not a whole clip, or did not come; try again */
    public Fact.Clip fetch(String url, String key) throws IOException {
        Span span = tracer.spanBuilder("copy clip").setSpanKind(SpanKind.CLIENT).startSpan();
        try {
            Fact.Clip clip = copy(url, key);
            span.setAttribute("callsheet.clip.bytes", clip.bytes());
            return clip;
        } catch (IOException e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            span.end();
        }
    }

    private Fact.Clip copy(String url, String key) throws IOException {
        HttpResponse<InputStream> answer = get(url);
        long announced = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("the clip's address answers " + answer.statusCode());
            }
            Future<?> limit = timer.schedule(() -> close(body), BODY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return store(body, announced, key);
            } finally {
                limit.cancel(false);
            }
        }
    }

    /** What is not whole is never stored: an object of that name may be there already, and good. */
    private Fact.Clip store(InputStream body, long announced, String key) throws IOException {
        if (announced > MOST_BYTES) {
            throw new IOException("the clip has " + announced + " bytes");
        }
        DigestInputStream hashed = Sha256.of(body);
        WholeClip clip = new WholeClip(hashed, announced, MOST_BYTES);
        store.put(key, "video/mp4", announced, clip);
        Mp4Probe.Movie movie = clip.movie();
        return new Fact.Clip(
                "s3://" + store.bucket() + "/" + key,
                clip.bytes(),
                movie.seconds(),
                movie.width(),
                movie.height(),
                Sha256.hex(hashed));
    }

    private HttpResponse<InputStream> get(String url) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(HEAD_TIMEOUT)
                    .GET()
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new IOException("the clip's address cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // it is read by another thread, which sees it closed
        }
    }
}
