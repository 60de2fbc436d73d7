package dev.callsheet.media.door;

import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the address of a user: public machines only, redirects looked at one by one, bytes and time bounded, the content
 * held to be what was wanted. The connection goes to the very machine that was looked at. Thread-safe.
 */
public final class Door implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final DoorSettings settings;
    private final Gate gate;
    private final Lines lines;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("media-door").factory());

    public Door(DoorSettings settings) {
        this(settings, host -> List.of(InetAddress.getAllByName(host)), new Lines(settings, null));
    }

    Door(DoorSettings settings, Names names, Lines lines) {
        this.settings = settings;
        this.gate = new Gate(settings, names);
        this.lines = lines;
    }

    /**
     * Fetches into a file, which is overwritten.
     *
     * @throws MediaRefused with a reason that the user can act on
     * @throws IOException if the file cannot be written
     */
    public Fetched fetch(String address, Wanted wanted, Path target) throws IOException {
        long end = System.nanoTime() + settings.whole().toNanos();
        URI at = parsed(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Gate.Admitted admitted = gate.admit(at, left(end));
            Step step = ask(admitted, wanted, target, end);
            if (step.fetched() != null) {
                return step.fetched();
            }
            try {
                at = at.resolve(parsed(step.location()));
            } catch (MediaRefused e) {
                throw MediaRefused.unreachable("the host '" + at.getHost() + "' redirects to something unreadable");
            }
        }
        throw MediaRefused.unreachable("the address redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Either a file or the next address. */
    private record Step(@Nullable Fetched fetched, String location) {}

    private Step ask(Gate.Admitted admitted, Wanted wanted, Path target, long end) throws IOException {
        CloseableHttpClient client = lines.to(admitted.machines());
        AtomicBoolean late = new AtomicBoolean();
        var alarm = watch.schedule(
                () -> {
                    late.set(true);
                    client.close(CloseMode.IMMEDIATE);
                },
                left(end).toMillis(),
                TimeUnit.MILLISECONDS);
        Body body = new Body(wanted, target);
        try {
            HttpGet get = new HttpGet(admitted.uri());
            get.setHeader("Accept-Encoding", "identity");
            ClassicHttpResponse answer = client.executeOpen(null, get, null);
            Header location = answer.getFirstHeader("Location");
            int status = answer.getCode();
            if (status >= 300 && status < 400 && location != null) {
                return new Step(null, String.valueOf(location.getValue()));
            }
            Status.check(status);
            return new Step(body.keep(answer), "");
        } catch (Body.DiskFailed e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw late.get()
                    ? MediaRefused.forNow(
                            "the whole takes longer than " + settings.whole().toSeconds() + " s")
                    : Status.broken(e, admitted.host(), settings);
        } finally {
            alarm.cancel(false);
            // At once: an endless answer must not be read to its end.
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private Duration left(long end) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw MediaRefused.forNow(
                    "the whole takes longer than " + settings.whole().toSeconds() + " s");
        }
        return left;
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (java.net.URISyntaxException e) {
            throw MediaRefused.unreachable("this is no address; allowed is https");
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
