package dev.callsheet.render;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.Sensed.Gone;
import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.Sensed.Nothing;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.ContestedJob;
import dev.callsheet.render.outbound.LostTake;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drives takes from the queue to their end: claims due ones in batches, then looks at each on a virtual thread of its
 * own whenever its time has come. What a look brought is stored before anything follows from it; if it cannot be
 * stored, it is kept and tried again, so that an answer of the provider is never thrown away.
 */
public final class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final int BATCH = 200;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long DRAIN_SECONDS = 10;

    private final RenderSettings settings;
    private final Claims claims;
    private final Book book;
    private final Senses senses;
    private final Spans spans;
    private final Lease lease;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore permits;
    private final Set<TakeId> held = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Engine(
            RenderSettings settings,
            Claims claims,
            Book book,
            Senses senses,
            Spans spans,
            Lease lease,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.claims = claims;
        this.book = book;
        this.senses = senses;
        this.spans = spans;
        this.lease = lease;
        this.clock = clock;
        this.timer = timer;
        this.permits = new Semaphore(settings.parallel());
    }

    /** One look to come. @param fresh as in {@link Senses#sense} @param kept what was heard but could not be stored */
    private record Turn(Take take, boolean fresh, @Nullable Heard kept) {}

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
        return held.size();
    }

    /** Ends what is being done, then gives all takes to the other workers at once. */
    public void stop() {
        running = false;
        wake();
        try {
            permits.tryAcquire(settings.parallel(), DRAIN_SECONDS, TimeUnit.SECONDS);
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
                int room = Math.min(BATCH, settings.inFlight() - held.size());
                int taken = 0;
                if (room > 0 && lease.held()) {
                    for (Take take : claims.claim(room)) {
                        held.add(take.id());
                        later(new Turn(take, false, null), Duration.ZERO);
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

    private void later(Turn turn, Duration delay) {
        if (!running) {
            return;
        }
        try {
            timer.schedule(() -> threads.execute(() -> work(turn)), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // stopped meanwhile: the take goes to another worker
        }
    }

    private void work(Turn turn) {
        permits.acquireUninterruptibly();
        try {
            if (running) {
                look(turn);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "take %s is looked at again", turn.take().id());
            later(turn, RETRY);
        } catch (Error e) {
            // whether a submit went out is not known now: look as a stranger would
            later(new Turn(turn.take(), false, turn.kept()), RETRY);
            throw e;
        } finally {
            permits.release();
        }
    }

    /** Renders are looked at many times: only the look that brought something appears in the trace. */
    private void look(Turn turn) throws SQLException {
        Take take = turn.take();
        switch (take.state()) {
            case TakeState.Rendering(var render, var _) -> quietly(turn, "render", render.submittedAt());
            case TakeState.Wedged(var render) -> quietly(turn, "render", render.submittedAt());
            case TakeState.Unsure(var _, var since) -> quietly(turn, "reconcile", since);
            case TakeState.Queued _ -> openly(turn, "prepare");
            case TakeState.Submitting _ -> openly(turn, "submit");
            case TakeState.Fetching _ -> openly(turn, "fetch and store");
            case TakeState.Finished _, TakeState.Failed _, TakeState.Cancelled _ -> held.remove(take.id());
        }
    }

    private void quietly(Turn turn, String name, Instant began) throws SQLException {
        Sensed sensed = sense(turn);
        if (sensed instanceof Heard) {
            spans.within(turn.take(), name, began, () -> follow(turn, sensed));
        } else {
            follow(turn, sensed);
        }
    }

    private void openly(Turn turn, String name) {
        spans.within(turn.take(), name, null, () -> {
            try {
                follow(turn, sense(turn));
            } catch (SQLException e) {
                LOG.warnf("take %s is looked at again: %s", turn.take().id(), e.getMessage());
                later(turn, RETRY);
            }
        });
    }

    private Sensed sense(Turn turn) throws SQLException {
        return turn.kept() == null ? senses.sense(turn.take(), turn.fresh()) : turn.kept();
    }

    private void follow(Turn turn, Sensed sensed) {
        switch (sensed) {
            case Gone _ -> held.remove(turn.take().id());
            case Nothing(var again) -> later(new Turn(turn.take(), turn.fresh(), null), again);
            case Heard heard -> store(turn, heard);
        }
    }

    private void store(Turn turn, Heard heard) {
        Take take = turn.take();
        Take next;
        try {
            Instant now = clock.instant();
            next = book.record(take, heard.signal(), settings.worker(), now, now.plus(heard.again()));
        } catch (LostTake e) {
            LOG.info(e.getMessage());
            held.remove(take.id());
            return;
        } catch (ContestedJob e) {
            later(new Turn(take, true, new Heard(new Signal.Ambiguous(e.getMessage()), Duration.ZERO)), RETRY);
            return;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("take %s: what was heard is stored again: %s", take.id(), e.getMessage());
            later(new Turn(take, true, heard), RETRY);
            return;
        }
        if (next == take) {
            later(new Turn(take, false, null), RETRY);
        } else if (next.state().ended() || next.state() instanceof TakeState.Queued) {
            LOG.infof("take %s: %s", take.id(), next.state().word());
            held.remove(take.id());
            wake();
        } else {
            LOG.infof("take %s: %s", take.id(), next.state().word());
            later(new Turn(next, true, null), heard.again());
        }
    }
}
