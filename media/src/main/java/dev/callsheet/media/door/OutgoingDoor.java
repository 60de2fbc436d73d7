package dev.callsheet.media.door;

import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends to the address of a user, by the rules of {@link Door}: public machines only, and the connection goes to the very
 * machine that was looked at. Redirects are not followed: they are answers. Thread-safe.
 */
public final class OutgoingDoor implements AutoCloseable {
    /** How much of an answer is read. */
    public static final int HEAD_BYTES = 1024;

    private final DoorSettings settings;
    private final Gate gate;
    private final Lines lines;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outgoing-door").factory());

    /** @param agent who we say that we are */
    public OutgoingDoor(DoorSettings settings, String agent) {
        this(settings, host -> List.of(InetAddress.getAllByName(host)), new Lines(settings, null, agent));
    }

    OutgoingDoor(DoorSettings settings, Names names, Lines lines) {
        this.settings = settings;
        this.gate = new Gate(settings, names);
        this.lines = lines;
    }

    /** Looks without sending. @throws MediaRefused if nothing would be sent there now, with a reason for its user */
    public void check(String address) {
        gate.admit(parsed(address), settings.whole());
    }

    /**
     * Sends once; never again by itself.
     *
     * @param headers beside Content-Type
     * @throws MediaRefused if it was not sent, or no answer came, with a reason for its user
     */
    public Posted post(String address, Map<String, String> headers, String type, byte[] body) {
        long end = System.nanoTime() + settings.whole().toNanos();
        Gate.Admitted admitted = gate.admit(parsed(address), settings.whole());
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw late();
        }
        CloseableHttpClient client = lines.to(admitted.machines());
        AtomicBoolean late = new AtomicBoolean();
        var alarm = watch.schedule(
                () -> {
                    late.set(true);
                    client.close(CloseMode.IMMEDIATE);
                },
                left.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            HttpPost post = new HttpPost(admitted.uri());
            headers.forEach(post::setHeader);
            post.setHeader("Accept-Encoding", "identity");
            post.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
            ClassicHttpResponse answer = client.executeOpen(null, post, null);
            return new Posted(answer.getCode(), value(answer.getFirstHeader("Retry-After")), head(answer));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw late.get() ? late() : Status.broken(e, admitted.host(), settings);
        } finally {
            alarm.cancel(false);
            // At once: an endless answer must not be read to its end.
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private MediaRefused late() {
        return MediaRefused.forNow(
                "the whole takes longer than " + settings.whole().toSeconds() + " s");
    }

    private static @Nullable String value(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    /** The answer counts by its number; that its words break off changes nothing. */
    private static String head(ClassicHttpResponse answer) {
        if (answer.getEntity() == null) {
            return "";
        }
        try {
            InputStream in = answer.getEntity().getContent();
            // What has come is enough: whoever drips its answer is not waited for.
            byte[] head = new byte[HEAD_BYTES];
            int read = in == null ? 0 : in.read(head);
            return new String(head, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException | IllegalStateException e) {
            return "";
        }
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw MediaRefused.unreachable("this is no address; allowed is https");
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
