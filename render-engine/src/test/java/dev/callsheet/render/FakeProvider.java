package dev.callsheet.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.SubmitAnswer;
import dev.callsheet.render.outbound.ContentSource;
import dev.callsheet.render.outbound.MediaFormat;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.testkit.Mp4;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A provider that renders at once and can be told to misbehave at the next submits. */
public final class FakeProvider implements RenderProvider, AutoCloseable {
    /** How the next submits go wrong; none means well. */
    public enum Fault {
        LOST_ANSWER,
        NEVER_ARRIVED,
        PUT_OFF,
        REFUSED,
        NO_CREDITS,
        HANGS_AFTER_ACCEPTING,
        RATE_LIMITED_JOB
    }

    public final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    public final AtomicInteger paid = new AtomicInteger();
    public final AtomicInteger posts = new AtomicInteger();
    public final AtomicInteger uploads = new AtomicInteger();
    public final AtomicInteger truncatedClips = new AtomicInteger();
    public final byte[] film = Mp4.film(5, 300_000);
    public volatile JobStatus outcome;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    /** Two submits at once must not become one job: the other would be proven absent, and paid again. */
    private final AtomicInteger accepted = new AtomicInteger();

    private final HttpServer artifacts;

    public FakeProvider() throws IOException {
        artifacts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        artifacts.createContext("/clip.mp4", exchange -> {
            boolean whole = truncatedClips.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            int length = whole ? film.length : film.length / 2;
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(film, 0, length);
            exchange.close();
        });
        artifacts.start();
        outcome = new JobStatus.Succeeded(
                "http://127.0.0.1:" + artifacts.getAddress().getPort() + "/clip.mp4");
    }

    @Override
    public SubmitAnswer submit(String model, JsonNode payload, BooleanSupplier still) {
        if (!still.getAsBoolean()) {
            return new SubmitAnswer.NotSent("the right to send is lost");
        }
        posts.incrementAndGet();
        Fault fault = faults.poll();
        return switch (fault) {
            case null -> accept(payload, outcome);
            case LOST_ANSWER -> {
                accept(payload, outcome);
                yield new SubmitAnswer.Ambiguous("cut");
            }
            case NEVER_ARRIVED -> new SubmitAnswer.Ambiguous("cut");
            case PUT_OFF -> new SubmitAnswer.PutOff("503", null);
            case REFUSED -> new SubmitAnswer.Refused("provider.refused", "400: no");
            case NO_CREDITS -> new SubmitAnswer.Closed("402: no credits");
            case RATE_LIMITED_JOB -> accept(payload, new JobStatus.Failed("rate limit exceeded(RPM)"));
            case HANGS_AFTER_ACCEPTING -> {
                accept(payload, outcome);
                hang();
                yield new SubmitAnswer.Ambiguous("interrupted");
            }
        };
    }

    private SubmitAnswer accept(JsonNode payload, JobStatus status) {
        String id = "job-" + accepted.incrementAndGet();
        jobs.put(id, new Job(id, status, Marker.of(payload), Instant.now()));
        if (!(status instanceof JobStatus.Failed)) {
            paid.incrementAndGet();
        }
        return new SubmitAnswer.Accepted(id);
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Job read(String providerId) {
        return jobs.get(providerId);
    }

    @Override
    public List<Job> list(String model) {
        return new ArrayList<>(jobs.values());
    }

    /** Whether the provider stops what it is asked to stop. */
    public volatile boolean stops = true;

    @Override
    public String cancel(String providerId) {
        if (stops) {
            jobs.computeIfPresent(
                    providerId, (id, job) -> new Job(id, new JobStatus.Stopped(), job.marker(), job.createdAt()));
        }
        return stops ? "200 cancelled" : "405";
    }

    /** Ends all jobs that have not ended. */
    public void end(JobStatus status) {
        jobs.replaceAll(
                (id, job) -> job.status() instanceof JobStatus.Running || job.status() instanceof JobStatus.Unknown
                        ? new Job(id, status, job.marker(), job.createdAt())
                        : job);
    }

    /** While it is closed, inputs are not taken. */
    public volatile CountDownLatch slot = new CountDownLatch(0);

    @Override
    public String upload(MediaFormat format, long length, ContentSource content) throws IOException {
        try {
            slot.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (InputStream bytes = content.open()) {
            if (bytes.readAllBytes().length != length) {
                throw new IOException("announced was another length");
            }
        }
        return "https://slot.example.com/" + uploads.incrementAndGet() + "." + format.word();
    }

    @Override
    public void close() {
        closed.countDown();
        artifacts.stop(0);
    }
}
