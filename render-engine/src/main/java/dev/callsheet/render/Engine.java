package dev.callsheet.render;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.Claims;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps this worker's lease, claims takes that are due as long as it holds, and hands them to {@link Looks}. */
public final class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final int BATCH = 200;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RenderSettings settings;
    private final Claims claims;
    private final Lease lease;
    private final Looks looks;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;

    Engine(
            RenderSettings settings,
            Claims claims,
            Book book,
            Senses senses,
            Spans spans,
            Lease lease,
            FaultPoint faults,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.claims = claims;
        this.lease = lease;
        this.timer = timer;
        this.looks = new Looks(settings, claims, book, senses, spans, lease, faults, clock, timer, this::wake);
    }

    /** Begins to work. */
    public void start() {
        running = true;
        long beat = settings.lease().toMillis() / 3;
        timer.scheduleWithFixedDelay(() -> threads.execute(this::renew), beat, beat, TimeUnit.MILLISECONDS);
        threads.execute(() -> {
            renew();
            claim();
        });
    }

    /** Says that there is something in the queue. */
    public void wake() {
        news.release();
    }

    /** How many takes this worker drives at the moment. */
    public int held() {
        return looks.held();
    }

    /** Which renders are to be stopped, and what becomes of those that cannot be; acted on at their next look. */
    void wish(Map<TakeId, Unstoppable> stops) {
        looks.wish(stops);
    }

    /** Ends what is being done, then gives all takes to the other workers at once. */
    public void stop() {
        running = false;
        wake();
        try {
            looks.end();
            claims.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warnf("takes are given back when the lease ends: %s", e.getMessage());
        }
        timer.shutdownNow();
        threads.shutdown();
    }

    private void renew() {
        long began = System.nanoTime();
        try {
            claims.renew(settings.lease());
            lease.renewed(began);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("lease not renewed: %s", e.getMessage());
        }
    }

    private void claim() {
        while (running) {
            try {
                int room = Math.min(BATCH, settings.inFlight() - looks.held());
                int taken = 0;
                if (room > 0 && lease.held()) {
                    for (Take take : claims.claim(room)) {
                        looks.begin(take);
                        taken++;
                    }
                }
                if (taken < BATCH) {
                    news.tryAcquire(settings.claimInterval().toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("no takes claimed: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            news.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
