package dev.callsheet.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * A closed loop over HTTP/1.1: so many kept connections, each sends again when it has its answer. One thread and no more
 * code than it needs, so that little of the machine goes to asking.
 */
public final class HttpLoad {
    private static final long PULSE_MILLIS = 20;
    private static final long DRAIN_NANOS = 30_000_000_000L;

    private final int port;
    private final Posts posts;
    private final Histogram histogram = new Histogram(Closed.LONGEST_NANOS, 3);
    private final Map<Integer, Long> statuses = new HashMap<>();
    private boolean counting;
    private boolean sending = true;

    public HttpLoad(int port, Posts posts) {
        this.port = port;
        this.posts = posts;
    }

    /**
     * Sends for a time; every request has its answer when it returns.
     *
     * @param cpuMicros processor time so far of what is measured
     */
    public Closed run(int connections, int warmSeconds, int seconds, LongSupplier cpuMicros) throws IOException {
        List<HttpConnection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.configureBlocking(false);
                var connection = new HttpConnection(channel, posts);
                open.add(connection);
                connection.register(channel.register(selector, SelectionKey.OP_READ, connection));
                connection.send();
            }
            turn(selector, System.nanoTime() + warmSeconds * 1_000_000_000L);
            long answered = answered();
            long cpu = cpuMicros.getAsLong();
            long start = System.nanoTime();
            counting = true;
            turn(selector, start + seconds * 1_000_000_000L);
            counting = false;
            Closed seen =
                    Closed.of(answered() - answered, System.nanoTime() - start, cpuMicros.getAsLong() - cpu, histogram);
            drain(selector, open);
            return seen;
        } finally {
            for (HttpConnection connection : open) {
                connection.close();
            }
        }
    }

    /** How often each status came, over the whole run. */
    public Map<Integer, Long> statuses() {
        return Map.copyOf(statuses);
    }

    private long answered() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    private void turn(Selector selector, long until) throws IOException {
        while (System.nanoTime() < until) {
            selector.select(this::ready, PULSE_MILLIS);
        }
    }

    private void drain(Selector selector, List<HttpConnection> open) throws IOException {
        sending = false;
        long until = System.nanoTime() + DRAIN_NANOS;
        while (open.stream().anyMatch(HttpConnection::waits) && System.nanoTime() < until) {
            selector.select(this::ready, PULSE_MILLIS);
        }
    }

    private void ready(SelectionKey key) {
        try {
            var connection = (HttpConnection) key.attachment();
            int status = connection.proceed();
            if (status > 0) {
                statuses.merge(status, 1L, Long::sum);
                if (counting) {
                    histogram.recordValue(Math.min(connection.nanos(), Closed.LONGEST_NANOS));
                }
                if (sending) {
                    connection.send();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
