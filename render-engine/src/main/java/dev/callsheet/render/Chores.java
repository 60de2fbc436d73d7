package dev.callsheet.render;

import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.ManifestNotes;
import dev.callsheet.render.outbound.Outlook;
import dev.callsheet.render.outbound.Pauses;
import dev.callsheet.render.outbound.Restatements;
import dev.callsheet.render.outbound.Sweeps;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What is done now and then beside the takes: stops, deadlines, forecasts. Each is harmless if many workers do it. */
final class Chores {
    private static final Logger LOG = Logger.getLogger(Chores.class);

    private final RenderSettings settings;
    private final Engine engine;
    private final Claims claims;
    private final Sweeps sweeps;
    private final Outlook outlook;
    private final Restatements restatements;
    private final ManifestNotes notes;
    private final Pauses pauses;
    private final Rests rests;
    private final InstantSource clock;

    Chores(
            RenderSettings settings,
            Engine engine,
            Claims claims,
            Sweeps sweeps,
            Outlook outlook,
            Restatements restatements,
            ManifestNotes notes,
            Pauses pauses,
            Rests rests,
            InstantSource clock) {
        this.settings = settings;
        this.engine = engine;
        this.claims = claims;
        this.sweeps = sweeps;
        this.outlook = outlook;
        this.restatements = restatements;
        this.notes = notes;
        this.pauses = pauses;
        this.rests = rests;
        this.clock = clock;
    }

    /** One of them; it is late rather than twice at once. */
    @FunctionalInterface
    private interface Chore {
        void run() throws SQLException;
    }

    void start(ScheduledExecutorService timer, Executor threads) {
        each(timer, threads, 60, "slots", claims::seatAll);
        each(timer, threads, 1, "stops", () -> {
            sweeps.stopWaiting(clock.instant());
            engine.wish(sweeps.wishes(settings.worker()));
        });
        each(timer, threads, 2, "deadlines", () -> {
            sweeps.expire(clock.instant(), settings.giveUp());
            outlook.refresh();
            rests.learn(pauses.resting());
        });
        each(timer, threads, 1, "manifests", notes::write);
        each(timer, threads, 5, "forecasts", () -> {
            restatements.tell(clock.instant());
            sweeps.forgetWishes();
        });
        each(timer, threads, 15, "durations", outlook::learn);
    }

    private void each(ScheduledExecutorService timer, Executor threads, int seconds, String name, Chore chore) {
        AtomicBoolean busy = new AtomicBoolean();
        timer.scheduleWithFixedDelay(
                () -> {
                    if (busy.compareAndSet(false, true)) {
                        threads.execute(() -> run(name, chore, busy));
                    }
                },
                0,
                seconds,
                TimeUnit.SECONDS);
    }

    private static void run(String name, Chore chore, AtomicBoolean busy) {
        try {
            chore.run();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("%s: %s", name, e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
