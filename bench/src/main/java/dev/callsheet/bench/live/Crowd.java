package dev.callsheet.bench.live;

import dev.callsheet.stack.StackFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Sessions of the service with one viewer each. */
final class Crowd {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long WAIT_SECONDS = 30;

    private final Vertx vertx;
    private final List<Talker> talkers = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private Histogram control = new Histogram(LONGEST_NANOS, 3);
    private Histogram added = new Histogram(LONGEST_NANOS, 3);
    private Histogram whole = new Histogram(LONGEST_NANOS, 3);

    Crowd(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What a run saw. @param lost turns that were not spoken to their end */
    record Seen(long turns, long nanos, Histogram control, Histogram added, Histogram whole, long lost) {}

    /** Adds sessions until there are so many. @param more fields of their order, each with a comma before it */
    void grow(int sessions, Service service, Providers providers, String more) throws InterruptedException {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
        while (talkers.size() < sessions) {
            int number = talkers.size();
            Service.Opened opened = service.open(number, more);
            ids.add(opened.id());
            talkers.add(await(onLoop(() -> client.connect(service.port(), "127.0.0.1", opened.turns())
                    .map(socket -> new Talker(
                            vertx, number, providers.turns(number), socket, this::note, lost::incrementAndGet)))));
        }
    }

    /** Every session's id. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** How many questions each session was asked, in the order of {@link #ids}. */
    List<Integer> asked() throws InterruptedException {
        List<Integer> asked = new ArrayList<>();
        run(() -> talkers.forEach(talker -> asked.add(talker.asked())));
        return asked;
    }

    /** All talk until they are told to end. */
    void begin(long pauseMillis) throws InterruptedException {
        run(() -> {
            for (int i = 0; i < talkers.size(); i++) {
                talkers.get(i).talk(1 + pauseMillis * i / talkers.size(), pauseMillis);
            }
        });
    }

    /** Nobody asks any more; returns when the last answers are given, with the number of turns that were not spoken. */
    long end() throws InterruptedException {
        run(() -> talkers.forEach(Talker::fallSilent));
        settle();
        return lost.getAndSet(0);
    }

    /** All talk for a while; what they do before it counts is not counted. */
    Seen talk(long pauseMillis, int warmSeconds, int seconds) throws InterruptedException {
        begin(pauseMillis);
        TimeUnit.SECONDS.sleep(warmSeconds);
        run(this::forget);
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        long[] until = {0};
        Histogram[] kept = new Histogram[3];
        run(() -> {
            until[0] = System.nanoTime();
            kept[0] = control.copy();
            kept[1] = added.copy();
            kept[2] = whole.copy();
            talkers.forEach(Talker::fallSilent);
        });
        settle();
        return new Seen(kept[1].getTotalCount(), until[0] - from, kept[0], kept[1], kept[2], lost.getAndSet(0));
    }

    /** Waits until the last answers are given. */
    private void settle() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        boolean[] silent = {false};
        while (!silent[0]) {
            if (System.nanoTime() > until) {
                throw new StackFailure("answers are missing after " + WAIT_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
            run(() -> silent[0] = talkers.stream().allMatch(Talker::silent));
        }
    }

    private void note(Turns.Seen turn) {
        control.recordValue(Math.min(LONGEST_NANOS, Math.max(0, turn.control())));
        added.recordValue(Math.min(LONGEST_NANOS, Math.max(0, turn.added())));
        whole.recordValue(Math.min(LONGEST_NANOS, Math.max(0, turn.whole())));
    }

    private void forget() {
        control = new Histogram(LONGEST_NANOS, 3);
        added = new Histogram(LONGEST_NANOS, 3);
        whole = new Histogram(LONGEST_NANOS, 3);
        lost.set(0);
    }

    private void run(Runnable what) throws InterruptedException {
        await(onLoop(() -> {
            what.run();
            return Future.succeededFuture();
        }));
    }

    /** One context for all: what is measured must not wait for a lock. */
    private <T> Future<T> onLoop(java.util.function.Supplier<Future<T>> what) {
        io.vertx.core.Promise<T> promise = io.vertx.core.Promise.promise();
        vertx.runOnContext(_ -> what.get().onComplete(promise));
        return promise.future();
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackFailure("a viewer cannot join: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new StackFailure("a viewer cannot join within " + WAIT_SECONDS + " s", e);
        }
    }
}
