package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Cause;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Horizon;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Told;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One leg follows the other: before the end of its time the next one is opened, made ready and seen, and only then the one
 * before is stopped. Where the provider has no second seat, or the leg has died, there is a gap, and viewers are told.
 */
@Singleton
public class Rotation {
    private static final Logger LOG = Logger.getLogger(Rotation.class);
    private static final String CAP_WORD = "MAX_DURATION_REACHED";
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final long LINE_MS = 8_000;
    /** A gap is left this long before the provider would cut. */
    private static final Duration BEFORE_CUT = Duration.ofSeconds(2);

    private final SessionStore store;
    private final AvatarProvider provider;
    private final Lessons lessons;
    private final LegPlans plans;
    private final LegOpener opener;
    private final LegCloser closer;
    private final Conversations conversations;
    private final Lines lines;
    private final SessionDesk desk;
    private final SessionTerms terms;
    private final Threads threads;
    private final Clock clock;

    Rotation(
            SessionStore store,
            AvatarProvider provider,
            Lessons lessons,
            LegPlans plans,
            LegOpener opener,
            LegCloser closer,
            Conversations conversations,
            Lines lines,
            SessionDesk desk,
            SessionTerms terms,
            Threads threads,
            Clock clock) {
        this.store = store;
        this.provider = provider;
        this.lessons = lessons;
        this.plans = plans;
        this.opener = opener;
        this.closer = closer;
        this.conversations = conversations;
        this.lines = lines;
        this.desk = desk;
        this.terms = terms;
        this.threads = threads;
        this.clock = clock;
    }

    /** When a leg is to be followed by the next: some time before its end, but not before two thirds of it. */
    static Instant due(Leg.Live leg, Duration before) {
        var third = Duration.between(leg.since(), leg.capAt()).dividedBy(3);
        return leg.capAt().minus(before.compareTo(third) < 0 ? before : third);
    }

    /** Begins the rotations that are due. Returns at once. */
    public void look() {
        var now = clock.instant();
        for (var here : conversations.running()) {
            boolean due = !now.isBefore(due(here.leg(), terms.rotateBefore())) && !now.isBefore(here.notBefore());
            if (due && !here.leaving.get() && here.changing.compareAndSet(false, true)) {
                threads.start(() -> alone(here, () -> rotate(here)));
            }
        }
    }

    /** A leg has ended by itself. */
    public void over(@Observes LegOver over) {
        var here = conversations.find(over.session()).orElse(null);
        learn(over);
        switch (over.reason()) {
            case "NO_CREDITS" -> desk.end(over.session(), EndReason.NO_CREDITS);
            default -> replace(over.session(), here, over.leg(), Cause.LOST);
        }
    }

    private void rotate(Running here) {
        var id = here.id();
        var session = store.find(id).orElse(null);
        if (!(session instanceof Session.Live live) || !goesOn(live)) {
            return;
        }
        var before = live.leg();
        store.change(id, s -> s.rotate(plans.next(s), clock.instant()));
        var outcome = opener.open(id);
        var next = newer(outcome.session(), before);
        if (next == null) {
            refused(here, before, outcome.trouble());
            return;
        }
        var line = lines.open(here, next);
        if (!line.stands(LINE_MS)) {
            line.avatar().close();
            giveUp(here, next);
            return;
        }
        here.await(next.number());
        here.conversation().tell(new Told.MediaNext(next.number(), lines.media(next)));
        ready(here);
        lines.use(here, line);
        lines.show(here, next);
        store.change(id, s -> s.switched(clock.instant()));
        closer.close(id);
        LOG.infof("session %s goes on over leg %d", id, next.number());
    }

    /** Only if the session has time and money beyond this leg; otherwise it ends with it. */
    private boolean goesOn(Session.Live live) {
        var left = live.timeLeft(clock.instant());
        boolean time =
                left == null || clock.instant().plus(left).isAfter(live.leg().capAt());
        return time && Horizon.affordsAnother(live, live.leg(), terms.microsPerCredit());
    }

    private static Leg.@Nullable Live newer(Session session, Leg.Live before) {
        return session.legs().live().stream()
                .filter(leg -> leg.number() > before.number())
                .findFirst()
                .orElse(null);
    }

    private void ready(Running here) {
        try {
            here.ready(terms.readyPatience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No second seat: the leg makes place for the next when nobody is being answered, or just before it would be cut. */
    private void refused(Running here, Leg.Live before, @Nullable ProviderTrouble trouble) {
        here.notBefore(clock.instant().plus(PAUSE_AFTER_FAILURE));
        if (trouble instanceof ProviderTrouble.Refused refused && refused.code().equals("provider.busy")) {
            var cut = before.capAt().minus(BEFORE_CUT);
            here.notBefore(before.capAt());
            var patience = Duration.between(clock.instant(), cut);
            LOG.infof(
                    "session %s: no second seat; leg %d is left before the next one comes", here.id(), before.number());
            here.conversation().whenQuiet(patience.isNegative() ? Duration.ZERO : patience, () -> {
                if (!here.leaving.get()) {
                    replace(here.id(), here, before.number(), Cause.CAP);
                }
            });
        }
    }

    private void giveUp(Running here, Leg.Live next) {
        LOG.warnf("session %s: no line to leg %d; it is given up", here.id(), next.number());
        here.notBefore(clock.instant().plus(PAUSE_AFTER_FAILURE));
        store.change(here.id(), s -> s.replace(next.number(), plans.next(s), Cause.LOST, clock.instant()));
        closer.close(here.id());
    }

    /** The leg is gone or goes: what follows is seen as soon as it stands. */
    private void replace(SessionId id, @Nullable Running here, int leg, Cause cause) {
        var session = store.find(id).orElse(null);
        if (session == null || session.seen() == null) {
            return;
        }
        var left = session.timeLeft(clock.instant());
        if (left != null && left.compareTo(Duration.ofSeconds(1)) < 0) {
            desk.end(id, EndReason.MAX_DURATION_REACHED);
            return;
        }
        if (!affords(session)) {
            desk.end(id, EndReason.BUDGET_ENDED);
            return;
        }
        var changed = store.change(id, s -> s.replace(leg, plans.next(s), cause, clock.instant()))
                .orElse(session);
        if (changed.equals(session)) {
            return;
        }
        LOG.infof("session %s: leg %d is left (%s)", id, leg, cause.word());
        if (here != null && changed.seen() == null) {
            here.conversation().tell(new Told.State(changed.state(), cause.word(), null));
        }
        // The seat has to be free before the next one is asked for.
        var closed = closer.close(id);
        desk.opened(closed instanceof Session.Opening ? opener.open(id) : new LegOpener.Outcome(closed, null));
    }

    private boolean affords(Session session) {
        Long budget = session.order().budgetMicros();
        return budget == null
                || desk.spentMicros(session, clock.instant()) + session.order().microsPerMinute(terms.microsPerCredit())
                        <= budget;
    }

    /** The provider may end legs sooner than it says: the next ones are followed in time. */
    private void learn(LegOver over) {
        if (!over.reason().equals(CAP_WORD)) {
            return;
        }
        var session = store.find(over.session()).orElse(null);
        if (session != null && session.legs().leg(over.leg()).orElse(null) instanceof Leg.Live leg) {
            var ran = ran(leg).orElseGet(() -> Duration.between(leg.since(), clock.instant()));
            // A leg that was as long as it was meant to be teaches nothing.
            if (leg.since().plus(ran).plus(TOLERANCE).isBefore(leg.capAt())) {
                lessons.learn(session.order().mode(), session.order().sandbox(), ran);
                LOG.infof("the provider ends such sessions after %d s", ran.toSeconds());
            }
        }
    }

    private Optional<Duration> ran(Leg.Live leg) {
        try {
            return provider.meter(leg.broadcast().providerId()).map(AvatarProvider.Meter::ran);
        } catch (ProviderTrouble e) {
            return Optional.empty();
        }
    }

    private void alone(Running here, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            here.notBefore(clock.instant().plus(PAUSE_AFTER_FAILURE));
            LOG.errorf(e, "session %s is looked at again later", here.id());
        } finally {
            here.changing.set(false);
        }
    }
}
