package dev.callsheet.twin.live;

import dev.callsheet.twin.billing.Journal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The account's sessions and their meters. Thread-safe; forgotten at a restart. */
@ApplicationScoped
public class Sessions {
    private static final String PRODUCT = "liveavatar-lite";
    private static final long TICK_MS = 200;

    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final LiveSettings settings;
    private final Journal journal;
    private final Stages stages;
    private final Clock clock;
    private final AtomicInteger credits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-meter").factory());

    Sessions(LiveSettings settings, Journal journal, Stages stages, Clock clock) {
        this.settings = settings;
        this.journal = journal;
        this.stages = stages;
        this.clock = clock;
        this.credits = new AtomicInteger(settings.credits());
    }

    @PostConstruct
    void run() {
        timer.scheduleAtFixedRate(() -> tick(clock.instant()), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    LiveSession issue(TokenOrder order) {
        var session = new LiveSession(
                UUID.randomUUID().toString(),
                "twin." + UUID.randomUUID(),
                order.avatarId(),
                order.sandbox(),
                clock.instant(),
                order.length(),
                new LiveSession.Phase.Issued(),
                0);
        sessions.put(session.id(), session);
        return session;
    }

    /** Starts the session of this token: takes the first minute and opens the stage. */
    synchronized LiveSession start(String token) {
        var session = ofToken(token).orElseThrow(Refused::credentials);
        if (!(session.phase() instanceof LiveSession.Phase.Issued)) {
            throw Refused.state("Session token was used already");
        }
        if (clock.instant().isAfter(session.createdAt().plus(settings.tokenLifetime()))) {
            throw Refused.credentials();
        }
        if (sessions.values().stream().filter(LiveSession::isActive).count() >= settings.concurrency()) {
            throw Refused.concurrency();
        }
        if (!session.sandbox() && credits.get() < 1) {
            throw Refused.credits();
        }
        stages.open(session.id(), session.avatarId());
        var started = charge(session.started(clock.instant()));
        sessions.put(started.id(), started);
        return started;
    }

    Optional<LiveSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    Optional<LiveSession> ofToken(String token) {
        return sessions.values().stream().filter(s -> s.token().equals(token)).findFirst();
    }

    List<LiveSession> all() {
        return List.copyOf(sessions.values());
    }

    synchronized void keepAlive(String id) {
        sessions.computeIfPresent(id, (key, session) -> session.touched(clock.instant()));
    }

    synchronized void end(String id, EndReason reason) {
        var before = sessions.get(id);
        if (before != null && before.isActive()) {
            sessions.put(id, before.ended(clock.instant(), reason));
            stages.close(id, reason.name());
        }
    }

    /** Charges the minutes that have begun and ends what a timer or an empty account ends. */
    synchronized void tick(Instant now) {
        for (LiveSession session : all()) {
            if (!session.isActive()) {
                continue;
            }
            var due = session.due(now, settings.idleTimeout());
            if (due.isPresent()) {
                end(session.id(), due.get());
            } else if (session.startedMinutes(now) > session.minutes()) {
                if (session.sandbox() || credits.get() > 0) {
                    sessions.put(session.id(), charge(session));
                } else {
                    end(session.id(), EndReason.NO_CREDITS);
                }
            }
        }
    }

    private LiveSession charge(LiveSession session) {
        var charged = session.charged();
        if (!session.sandbox()) {
            credits.decrementAndGet();
            journal.charge(PRODUCT, session.id(), settings.microsPerMinute(), "LITE minute " + charged.minutes());
        }
        return charged;
    }
}
