package dev.callsheet.render.inbound;

import dev.callsheet.render.ContractWatch;
import dev.callsheet.render.Reconciler;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.ReconciliationBooks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What a worker looks at by itself, again and again: the models' contracts at once, the books after a while. */
@ApplicationScoped
class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    /** Workers that started together do not ask together: up to this share of the interval later. */
    private static final double JITTER = 0.2;

    private final Reconciler reconciler;
    private final ContractWatch watch;
    private final ReconciliationBooks books;
    private final Scenario scenario;
    private final RoundsConfig.Reconcile reconcile;
    private final RoundsConfig.ContractWatching watching;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("rounds").factory());

    Rounds(
            Reconciler reconciler,
            ContractWatch watch,
            ReconciliationBooks books,
            Scenario scenario,
            RoundsConfig.Reconcile reconcile,
            RoundsConfig.ContractWatching watching) {
        this.reconciler = reconciler;
        this.watch = watch;
        this.books = books;
        this.scenario = scenario;
        this.reconcile = reconcile;
        this.watching = watching;
    }

    /** Something that is done in each round. */
    @FunctionalInterface
    private interface Round {
        void make() throws SQLException;
    }

    void start(@Observes StartupEvent event) {
        repeat("contract watch", Duration.ZERO, watching.every(), this::watchModels);
        // Another worker's round counts for all: each would otherwise make its own.
        repeat(
                "reconciliation",
                reconcile.every(),
                reconcile.every(),
                () -> reconciler.runUnlessSince(
                        Instant.now().minus(reconcile.every().dividedBy(2))));
    }

    private void watchModels() throws SQLException {
        Set<String> models = new TreeSet<>(books.models());
        models.add(scenario.defaultModel());
        for (String model : models) {
            watch.look(model);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void repeat(String name, Duration first, Duration every, Round round) {
        if (every.isPositive()) {
            schedule(name, first, every, round);
        }
    }

    private void schedule(String name, Duration delay, Duration every, Round round) {
        if (timer.isShutdown()) {
            return;
        }
        timer.schedule(
                () -> {
                    make(name, round);
                    schedule(name, jittered(every), every, round);
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Duration jittered(Duration every) {
        return every.plusMillis(
                (long) (every.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    private static void make(String name, Round round) {
        try {
            round.make();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("%s: this round is left out: %s", name, e.getMessage());
        }
    }
}
