package dev.callsheet.render;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.corridor.logs.Subject;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.render.FaultPoint.Step;
import dev.callsheet.render.Sensed.Heard;
import dev.callsheet.render.Sensed.Nothing;
import dev.callsheet.render.Sensed.Ready;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.TakeState.Render;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.ContestedJob;
import dev.callsheet.render.outbound.LostTake;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at each take that this worker drives, on a virtual thread of its own whenever its time has come. What a look
 * brought is stored before anything follows from it; if it cannot be stored, it is kept and tried again, so that an
 * answer of the provider is never thrown away. Thread-safe.
 */
final class Looks {
    private static final Logger LOG = Logger.getLogger(Looks.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long DRAIN_SECONDS = 10;

    private final RenderSettings settings;
    private final Claims claims;
    private final Book book;
    private final Senses senses;
    private final Spans spans;
    private final Lease lease;
    private final FaultPoint faults;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Runnable room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Permits permits;
    private final Set<TakeId> held = ConcurrentHashMap.newKeySet();
    private volatile Map<TakeId, Unstoppable> wishes = Map.of();
    private volatile boolean running = true;

    /** @param room told whenever a take has left, so that another may come */
    Looks(
            RenderSettings settings,
            Claims claims,
            Book book,
            Senses senses,
            Spans spans,
            Lease lease,
            FaultPoint faults,
            InstantSource clock,
            ScheduledExecutorService timer,
            Runnable room) {
        this.settings = settings;
        this.claims = claims;
        this.book = book;
        this.senses = senses;
        this.spans = spans;
        this.lease = lease;
        this.faults = faults;
        this.clock = clock;
        this.timer = timer;
        this.room = room;
        this.permits = new Permits(settings.parallel(), settings.carriers());
    }

    /** Drives a claimed take from now on. One that is driven already goes on as it does. */
    void begin(Take take) {
        if (held.add(take.id())) {
            later(Turn.of(take), firstLook(take.state()));
        }
    }

    /** How many takes are driven at the moment. */
    int held() {
        return held.size();
    }

    /** Which renders are to be stopped, and what becomes of those that cannot be; acted on at their next look. */
    void wish(Map<TakeId, Unstoppable> stops) {
        wishes = Map.copyOf(stops);
    }

    /** Begins nothing any more, and waits for what is under way. */
    void end() throws InterruptedException {
        running = false;
        permits.drain(DRAIN_SECONDS);
        threads.shutdown();
    }

    /** Renders that are taken over together must not be looked at all at once, now and ever after. */
    private Duration firstLook(TakeState state) {
        return switch (state) {
            case TakeState.Rendering _, TakeState.Wedged _ ->
                Duration.ofMillis(ThreadLocalRandom.current()
                        .nextLong(settings.pollInterval().toMillis()));
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Fetching _,
                    TakeState.Finished _,
                    TakeState.Failed _,
                    TakeState.Cancelled _ -> Duration.ZERO;
        };
    }

    private void later(Turn turn, Duration delay) {
        if (!running) {
            return;
        }
        try {
            if (delay.isZero()) {
                threads.execute(() -> work(turn));
            } else {
                timer.schedule(() -> threads.execute(() -> work(turn)), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException _) {
            // stopped meanwhile: the take goes to another worker
        }
    }

    private void work(Turn turn) {
        Semaphore permit = permits.of(turn.take().state());
        permit.acquireUninterruptibly();
        try (Subject _ = Subject.of(turn.take().requestId(), turn.take().id())) {
            if (running) {
                look(turn);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(e, "take %s is looked at again", turn.take().id());
            later(turn, RETRY);
        } catch (Error e) {
            // whether a submit went out is not known now: look as a stranger would
            later(new Turn(turn.take(), null, turn.kept()), RETRY);
            throw e;
        } finally {
            permit.release();
        }
    }

    /** Renders are looked at many times: only the look that brought something is a part of the trace. */
    private void look(Turn turn) throws SQLException {
        Take take = turn.take();
        switch (take.state()) {
            case TakeState.Rendering(var render, var _) -> quietly(turn, () -> watch(take, render, false));
            case TakeState.Wedged(var render) -> quietly(turn, () -> watch(take, render, true));
            case TakeState.Unsure unsure -> quietly(turn, () -> senses.reconcile(take, unsure));
            case TakeState.Queued queued ->
                spans.within(take, "prepare", Room.QUEUE, () -> openly(turn, () -> senses.prepare(take, queued)));
            case TakeState.Submitting submitting ->
                spans.within(take, () -> openly(turn, () -> senses.submit(take, submitting, turn.intent())));
            case TakeState.Fetching fetching ->
                spans.within(take, () -> openly(turn, () -> senses.fetch(take, fetching)));
            case TakeState.Finished _, TakeState.Failed _, TakeState.Cancelled _ -> held.remove(take.id());
        }
    }

    private Sensed watch(Take take, Render render, boolean wedged) {
        Unstoppable wish = wishes.get(take.id());
        return wish == null || wish == render.then() ? senses.poll(take, render, wedged) : senses.stop(render, wish);
    }

    @FunctionalInterface
    private interface Look {
        Sensed sense() throws SQLException;
    }

    private void quietly(Turn turn, Look look) throws SQLException {
        Sensed sensed = sense(turn, look);
        if (sensed instanceof Heard) {
            spans.within(turn.take(), () -> follow(turn, sensed));
        } else {
            follow(turn, sensed);
        }
    }

    private void openly(Turn turn, Look look) {
        try {
            follow(turn, sense(turn, look));
        } catch (SQLException e) {
            LOG.warnf("take %s is looked at again: %s", turn.take().id(), e.getMessage());
            later(turn, RETRY);
        }
    }

    private static Sensed sense(Turn turn, Look look) throws SQLException {
        return turn.kept() == null ? look.sense() : turn.kept();
    }

    private void follow(Turn turn, Sensed sensed) {
        switch (sensed) {
            case Nothing(var again) -> later(turn, again);
            case Ready ready -> intend(turn, ready);
            case Heard heard -> store(turn, heard);
        }
    }

    /** Only who has stored the intent itself, and held its lease all the while, may submit. */
    private void intend(Turn turn, Ready ready) {
        Take take = turn.take();
        Lease.Term term = lease.term();
        if (!term.held()) {
            later(turn, RETRY);
            return;
        }
        try {
            Take next = book.intend(take, ready.submission(), settings.worker(), clock.instant());
            faults.reached(Step.AFTER_INTENT, take.id());
            if (next.state() instanceof TakeState.Submitting) {
                later(new Turn(next, new Turn.Intent(ready.submission(), term), null), Duration.ZERO);
            } else {
                moved(take, next, Duration.ZERO);
            }
        } catch (LostTake e) {
            lost(take, e);
        } catch (SQLException | RuntimeException e) {
            // Whether the intent is stored is not known: the take is looked at again as its row says.
            LOG.warnf("take %s: the intent could not be stored: %s", take.id(), e.getMessage());
            letGo(take);
        }
    }

    private void letGo(Take take) {
        held.remove(take.id());
        try {
            claims.release(take.id());
        } catch (SQLException e) {
            // Then its next owner is whoever buries us; until then nobody drives it.
            LOG.warnf("take %s could not be let go: %s", take.id(), e.getMessage());
            timer.schedule(() -> threads.execute(() -> letGo(take)), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Another worker has it, or our own change is stored although its answer was lost: then anybody may go on. */
    private void lost(Take take, LostTake e) {
        LOG.info(e.getMessage());
        letGo(take);
    }

    private void store(Turn turn, Heard heard) {
        Take take = turn.take();
        Take next;
        try {
            faults.reached(Step.BEFORE_RECORD, take.id());
            if (heard.signal() instanceof Signal.Stored) {
                faults.reached(Step.BEFORE_STORED, take.id());
            }
            Instant now = clock.instant();
            next = book.record(take, heard.signal(), settings.worker(), now, now.plus(heard.again()));
            faults.reached(Step.AFTER_RECORD, take.id());
            if (heard.signal() instanceof Signal.Stored) {
                faults.reached(Step.AFTER_STORED, take.id());
            }
        } catch (LostTake e) {
            lost(take, e);
            return;
        } catch (ContestedJob e) {
            Heard unsure = new Heard(new Signal.Ambiguous(e.getMessage()), Duration.ZERO);
            later(new Turn(take, turn.intent(), unsure), RETRY);
            return;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("take %s: what was heard is stored again: %s", take.id(), e.getMessage());
            later(new Turn(take, turn.intent(), heard), RETRY);
            return;
        }
        moved(take, next, heard.again());
    }

    private void moved(Take take, Take next, Duration again) {
        if (next == take) {
            later(Turn.of(take), RETRY);
            return;
        }
        LOG.infof("take %s: %s", take.id(), next.state().word());
        if (next.state().ended() || next.state() instanceof TakeState.Queued) {
            held.remove(take.id());
            room.run();
        } else {
            later(Turn.of(next), again);
        }
    }
}
