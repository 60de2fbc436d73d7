package dev.callsheet.chaos.live;

import dev.callsheet.chaos.gather.TwinDoors;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.plan.Strike;
import dev.callsheet.stack.StackFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts sessions in batches at one of two replicas, kills that replica and the browsers in every order, and compares what
 * the provider charged with what we think it did. A batch has each order once or more.
 */
public final class LiveRun {
    /** Beyond lease and tick: the calls to the provider, on a machine that has much else to do. */
    private static final Duration CALLS = Duration.ofSeconds(2);

    private static final Duration QUIET = Duration.ofSeconds(40);
    private static final int BATCH = 14;

    private final Programs programs;
    private final int lives;
    private final long seed;
    private final Consumer<String> progress;

    /** @param lives how many sessions, each with a death of its service and one of its browser */
    public LiveRun(Programs programs, int lives, long seed, Consumer<String> progress) {
        this.programs = programs;
        this.lives = lives;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param overrunMillis from a session's last sign of life to the end of its meter, the worst
     * @param allowedMillis lease, one tick, and the calls to the provider
     */
    public record Outcome(
            int lives,
            Map<String, Integer> orders,
            Map<String, Long> strikes,
            int providerSessions,
            long paidMicros,
            long ledgerMicros,
            long overrunMillis,
            long allowedMillis,
            double seconds,
            List<String> violations) {}

    public Outcome run() throws InterruptedException {
        Instant from = Instant.now();
        var tally = new Tally();
        var rest = new Rest();
        var random = new SplittableRandom(seed);
        Map<String, Integer> orders = new LinkedHashMap<>();
        List<Life> all = new ArrayList<>();
        try (var house = new LiveHouse(programs, tally, rest);
                HttpClient http = HttpClient.newHttpClient()) {
            house.open();
            try (var twin = new TwinDoors(house.twin().url())) {
                while (all.size() < lives) {
                    List<Life> batch = batch(house, http, random, all.size());
                    batch.forEach(life -> orders.merge(life.order().name(), 1, Integer::sum));
                    all.addAll(batch);
                    progress.accept(all.size() + " of " + lives + " lives");
                }
                awaitQuiet(twin, house);
                List<Paid> paid = Books.paid(twin);
                List<Owed> owed = Books.owed(house.database());
                Duration allowed = LiveHouse.LEASE.plus(LiveHouse.TICK).plus(CALLS);
                var found = Orphans.check(all, paid, owed, allowed);
                List<String> violations = new ArrayList<>(found.violations());
                long ran = paid.stream().filter(each -> each.since() != null).count();
                if (ran < all.size() / 2) {
                    violations.add("TOO_FEW_RAN of " + all.size() + " lives only " + ran + " had a session");
                }
                return new Outcome(
                        all.size(),
                        orders,
                        tally.all(),
                        (int) ran,
                        paid.stream().mapToLong(Paid::micros).sum(),
                        owed.stream().mapToLong(Owed::micros).sum(),
                        found.overrun().toMillis(),
                        allowed.toMillis(),
                        Duration.between(from, Instant.now()).toMillis() / 1000.0,
                        List.copyOf(violations));
            }
        } finally {
            rest.end();
        }
    }

    private List<Life> batch(LiveHouse house, HttpClient http, SplittableRandom random, int first)
            throws InterruptedException {
        int size = Math.min(BATCH, lives - first);
        int doomed = random.nextInt(2);
        var ready = new CountDownLatch(size);
        var struck = new CountDownLatch(1);
        List<Future<Life>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < size; i++) {
                Order order = Order.values()[(first + i) % Order.values().length];
                running.add(threads.submit(
                        new Course(http, house.services(), doomed, ready, struck, first + i, order, random.split())));
            }
            // A blow in the midst of starts falls early, any other when all are ready for it.
            if (random.nextInt(4) == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(800));
            } else {
                ready.await(30, TimeUnit.SECONDS);
            }
            var seat = house.seats().get(doomed);
            Duration away = Duration.ofMillis(random.nextInt(1_000));
            threads.submit(() -> seat.strike(Strike.How.KILL, away));
            TimeUnit.MILLISECONDS.sleep(20);
            struck.countDown();
            List<Life> lived = new ArrayList<>();
            for (Future<Life> life : running) {
                lived.add(life.get());
            }
            return lived;
        } catch (ExecutionException e) {
            throw new StackFailure("a session's course broke: " + e.getCause(), e.getCause());
        }
    }

    /** Until no meter runs and no leg is open, or it has taken too long: then the check tells what is left. */
    private static void awaitQuiet(TwinDoors twin, LiveHouse house) throws InterruptedException {
        Instant until = Instant.now().plus(QUIET);
        while (Instant.now().isBefore(until)) {
            boolean running =
                    Books.paid(twin).stream().anyMatch(each -> each.since() != null && each.endedAt() == null);
            boolean open = Books.owed(house.database()).stream().anyMatch(Owed::open);
            if (!running && !open) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }
}
