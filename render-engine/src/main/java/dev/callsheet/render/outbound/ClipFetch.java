package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.render.domain.Mp4Probe;
import dev.callsheet.render.domain.Rendered;
import dev.callsheet.render.outbound.ProvenanceMark.Stamp;
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
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    StoredClip fetch(String url, String key, Stamp stamp) throws IOException {
        Span span = tracer.spanBuilder("copy clip")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(TraceNames.ROOM, Room.FETCH.word())
                .startSpan();
        try {
            StoredClip stored = marked(url, key, stamp);
            span.setAttribute(TraceNames.CLIP_BYTES, stored.clip().bytes());
            return stored;
        } catch (IOException e) {
            span.setAttribute(TraceNames.ERROR_TYPE, e.getClass().getSimpleName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** What cannot be marked is read once more: the store was told a length with the mark in it. */
    private StoredClip marked(String url, String key, Stamp stamp) throws IOException {
        try {
            return copy(url, key, stamp, stamp == Stamp.NONE ? "marks are switched off" : null);
        } catch (Unmarkable e) {
            return copy(url, key, Stamp.NONE, e.getMessage());
        }
    }

    /** A clip to which nothing can be added. */
    private static final class Unmarkable extends IOException {
        Unmarkable(String reason, IOException cause) {
            super(reason, cause);
        }
    }

    private StoredClip copy(String url, String key, Stamp stamp, @Nullable String unmarked) throws IOException {
        HttpResponse<InputStream> answer = get(url);
        long announced = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("the clip's address answers " + answer.statusCode());
            }
            Future<?> limit = timer.schedule(() -> close(body), BODY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return store(body, announced, key, stamp, unmarked);
            } finally {
                limit.cancel(false);
            }
        }
    }

    /** What is not whole is never stored: an object of that name may be there already, and good. */
    private StoredClip store(InputStream body, long announced, String key, Stamp stamp, @Nullable String unmarked)
            throws IOException {
        if (announced > MOST_BYTES) {
            throw new IOException("the clip has " + announced + " bytes");
        }
        MarkedClip marked = new MarkedClip(body, announced, MOST_BYTES, stamp);
        DigestInputStream hashed = Sha256.of(marked);
        try {
            store.put(key, "video/mp4", announced < 0 ? -1 : announced + stamp.length(), hashed);
        } catch (IOException e) {
            Optional<String> obstacle = marked.obstacle();
            throw obstacle.isPresent() ? new Unmarkable(obstacle.get(), e) : e;
        }
        Mp4Probe.Movie movie = marked.clip().movie();
        Rendered rendered = marked.rendered();
        Fact.Clip clip = new Fact.Clip(
                "s3://" + store.bucket() + "/" + key,
                rendered.bytes() + stamp.length(),
                movie.seconds(),
                movie.width(),
                movie.height(),
                Sha256.hex(hashed));
        return new StoredClip(clip, rendered, stamp.word(), unmarked);
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
