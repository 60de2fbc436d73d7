package dev.callsheet.twin.live;

import dev.callsheet.twin.live.LiveSession.End;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The account's sessions and their timers. Thread-safe; a session that runs goes on over a restart, and so does its meter. */
@ApplicationScoped
@Startup
public class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final long TICK_MS = 100;

    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> idsByToken = new ConcurrentHashMap<>();
    private final LiveSettings settings;
    private final Account account;
    private final SessionLog log;
    private final Curtain curtain;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-meter").factory());

    Sessions(LiveSettings settings, Account account, SessionLog log, Curtain curtain, Clock clock) {
        this.settings = settings;
        this.account = account;
        this.log = log;
        this.curtain = curtain;
        this.clock = clock;
    }

    @PostConstruct
    void run() {
        restore();
        timer.scheduleAtFixedRate(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    synchronized LiveSession issue(LiveOrder order) {
        var session = new LiveSession(
                UUID.randomUUID().toString(),
                "twin." + UUID.randomUUID(),
                order,
                clock.instant(),
                Terms.of(order, settings),
                new LiveSession.Phase.Issued(),
                0);
        keep(session);
        return session;
    }

    /**
     * Starts the session of this token: takes the first minute and opens the stage.
     *
     * @param earlier a limit before its own one
     */
    synchronized LiveSession start(String token, Optional<End> earlier) {
        var session = startable(token);
        var started = session.started(clock.instant());
        started = earlier.map(started::limited).orElse(started);
        keep(started);
        var charged = account.charge(started, 1);
        sessions.put(charged.id(), charged);
        curtain.open(charged, true);
        return charged;
    }

    /** The session that this token starts now, or the refusal. */
    synchronized LiveSession startable(String token) {
        var session = ofToken(token).orElseThrow(Refused::credentials);
        if (!(session.phase() instanceof LiveSession.Phase.Issued)) {
            throw Refused.state("Session token was used already");
        }
        var lifetime = Terms.real(settings.tokenLifetime(), settings);
        if (clock.instant().isAfter(session.createdAt().plus(lifetime))) {
            throw Refused.credentials();
        }
        if (active().size() >= settings.concurrency()) {
            throw Refused.concurrency();
        }
        if (!account.affords(session)) {
            throw Refused.credits();
        }
        return session;
    }

    Optional<LiveSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    Optional<LiveSession> ofToken(String token) {
        return Optional.ofNullable(idsByToken.get(token)).flatMap(this::find);
    }

    List<LiveSession> all() {
        return List.copyOf(sessions.values());
    }

    synchronized void keepAlive(String id) {
        var before = sessions.get(id);
        if (before != null && before.isActive()) {
            keep(before.touched(clock.instant()));
        }
    }

    /** Ends a session; the minutes that have begun are charged. No effect unless it runs. */
    synchronized void end(String id, EndReason reason) {
        settle(id);
        var session = sessions.get(id);
        if (session != null && session.isActive()) {
            over(session, new End(clock.instant(), reason));
        }
    }

    /** Charges the minutes that have begun and ends what a timer or an empty account ends. */
    synchronized void tick() {
        for (LiveSession session : active()) {
            try {
                settle(session.id());
            } catch (RuntimeException e) {
                LOG.errorf(e, "the meter of %s failed", session.id());
            }
        }
    }

    /** People in the room of a FULL session end it, or show that they are there. */
    void wished(@Observes Stages.Wish wish) {
        var reason = wish.end();
        if (reason == null) {
            keepAlive(wish.sessionId());
        } else {
            end(wish.sessionId(), reason);
        }
    }

    private void settle(String id) {
        var session = sessions.get(id);
        if (session == null || !session.isActive()) {
            return;
        }
        var now = clock.instant();
        var due = session.due(now);
        int owed = due.map(end -> session.minutesUntil(end.at())).orElseGet(() -> session.minutesBegun(now));
        var paid = session;
        while (paid.minutes() < owed) {
            if (!account.affords(paid)) {
                over(paid, new End(paid.nextMinute(), EndReason.NO_CREDITS));
                return;
            }
            paid = account.charge(paid, paid.minutes() + 1);
            sessions.put(id, paid);
        }
        if (due.isPresent()) {
            over(paid, due.get());
        }
    }

    private void over(LiveSession session, End end) {
        keep(session.ended(end));
        curtain.close(session.id(), end.reason());
    }

    private void keep(LiveSession session) {
        log.write(session);
        sessions.put(session.id(), session);
        idsByToken.put(session.token(), session.id());
    }

    private List<LiveSession> active() {
        return sessions.values().stream().filter(LiveSession::isActive).toList();
    }

    private synchronized void restore() {
        for (StoredSession stored : log.read()) {
            var session = account.restore(stored.session(0));
            sessions.put(session.id(), session);
            idsByToken.put(session.token(), session.id());
        }
        tick();
        active().forEach(session -> curtain.open(session, false));
    }
}
