package dev.callsheet.bench.live;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.EchoPeer;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.StackFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** The same number of sockets and messages, without anything behind them. */
final class Echo {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private Echo() {}

    /** Round trips, one a socket and pause. @return nanoseconds */
    static Histogram run(Programs programs, String name, Vertx vertx, int sockets, long pauseMillis, int seconds)
            throws InterruptedException {
        int port = FreePorts.take(1).getFirst();
        var trips = new Histogram(LONGEST_NANOS, 3);
        try (Program program = programs.peer(name, EchoPeer.class, Integer.toString(port))) {
            program.awaitReady(() -> FreePorts.isOpen(port));
            var client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
            List<WebSocket> open = new ArrayList<>();
            for (int i = 0; i < sockets; i++) {
                long first = 1 + pauseMillis * i / sockets;
                WebSocket socket = client.connect(port, "127.0.0.1", "/")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
                open.add(socket);
                long[] sent = {0};
                socket.textMessageHandler(_ -> {
                    synchronized (trips) {
                        trips.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - sent[0]));
                    }
                    vertx.setTimer(Math.max(1, pauseMillis), _ -> say(socket, sent));
                });
                vertx.setTimer(first, _ -> say(socket, sent));
            }
            TimeUnit.SECONDS.sleep(1);
            synchronized (trips) {
                trips.reset();
            }
            TimeUnit.SECONDS.sleep(seconds);
            open.forEach(WebSocket::close);
            synchronized (trips) {
                return trips.copy();
            }
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StackFailure("the echo does not answer", e);
        }
    }

    private static void say(WebSocket socket, long[] sent) {
        if (!socket.isClosed()) {
            sent[0] = System.nanoTime();
            socket.writeTextMessage("{\"type\":\"say\",\"text\":\"s1n1\"}");
        }
    }
}
