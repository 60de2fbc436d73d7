package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.Delays;
import dev.callsheet.twin.live.media.AvatarStream;
import dev.callsheet.twin.live.media.MediaEngine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The stages of all active sessions, and the two clocks that drive them: sound every 10 ms, pictures 24 times a second. */
@ApplicationScoped
public class Stages implements Curtain {
    private static final Logger LOG = Logger.getLogger(Stages.class);
    private static final int REMEMBERED = 5000;
    private static final long PICTURE_NANOS = TimeUnit.SECONDS.toNanos(1) / 24;

    private final Map<String, Show> shows = new ConcurrentHashMap<>();
    private final Map<String, Show.Memory> past = Collections.synchronizedMap(new LinkedHashMap<>());
    private final MediaEngine media;
    private final Places places;
    private final Characters characters;
    private final LiveSettings settings;
    private final Delays delays;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Wish> wishes;
    private final ScheduledExecutorService sound = clock("live-sound");
    private final ScheduledExecutorService pictures = clock("live-pictures");

    Stages(
            MediaEngine media,
            Places places,
            Characters characters,
            LiveSettings settings,
            Delays delays,
            ObjectMapper json,
            Clock clock,
            Event<Wish> wishes) {
        this.media = media;
        this.places = places;
        this.characters = characters;
        this.settings = settings;
        this.delays = delays;
        this.json = json;
        this.clock = clock;
        this.wishes = wishes;
    }

    /** What people in a session's room want of its meter. @param end null to keep it alive */
    public record Wish(String sessionId, @Nullable EndReason end) {}

    @PostConstruct
    void run() {
        sound.scheduleAtFixedRate(
                () -> each(show -> show.stage().step()), Playback.FRAME_MS, Playback.FRAME_MS, TimeUnit.MILLISECONDS);
        pictures.scheduleAtFixedRate(
                () -> each(show -> show.stage().draw(System.nanoTime())),
                PICTURE_NANOS,
                PICTURE_NANOS,
                TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        sound.shutdownNow();
        pictures.shutdownNow();
        shows.values().forEach(show -> {
            show.party().leave();
            show.place().leave();
            show.stage().close();
        });
        shows.clear();
    }

    @Override
    public void open(LiveSession session, boolean fresh) {
        var log = new PlayLog();
        var playback = new Playback(() -> delays.of(Delays.Delay.SPEAK, settings.speakDelay()), log);
        @Nullable AvatarStream stream = media.open(session.order().avatarId()).orElse(null);
        var stage = new Stage(playback, stream, clock);
        var show = switch (session.order().mode()) {
            case LITE -> lite(session, stage, log);
            case FULL -> full(session, stage, log);
        };
        shows.put(session.id(), show);
        if (fresh) {
            show.host().ifPresent(Host::open);
        }
    }

    Optional<Show> find(String sessionId) {
        return Optional.ofNullable(shows.get(sessionId));
    }

    /** What was heard and said in a session that runs or has ended in this process; of the latest ones only. */
    Optional<Show.Memory> memory(String sessionId) {
        return find(sessionId).map(Show::memory).or(() -> Optional.ofNullable(past.get(sessionId)));
    }

    @Override
    public void close(String sessionId, EndReason reason) {
        var show = shows.remove(sessionId);
        if (show != null) {
            remember(sessionId, show.memory());
            show.party().end(reason);
            show.place().leave();
            show.stage().close();
        }
    }

    private void remember(String sessionId, Show.Memory memory) {
        synchronized (past) {
            past.put(sessionId, memory);
            if (past.size() > REMEMBERED) {
                past.remove(past.keySet().iterator().next());
            }
        }
    }

    private Show lite(LiveSession session, Stage stage, PlayLog log) {
        var agent = new Agent(session.id(), json, stage);
        return new Show(stage, agent, new Show.Memory(log, null), places.enter(session, stage));
    }

    private Show full(LiveSession session, Stage stage, PlayLog log) {
        var since = session.phase() instanceof LiveSession.Phase.Active active ? active.since() : Instant.EPOCH;
        var transcript = new Transcript(since, clock);
        var clockwork = new Host.Clockwork(
                characters::thinking,
                (what, delay) -> CompletableFuture.delayedExecutor(
                                delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                        .execute(what),
                reason -> wishes.fire(new Wish(session.id(), reason)),
                () -> wishes.fire(new Wish(session.id(), null)));
        var host = new Host(session.id(), characters.of(session.order()), stage, transcript, clockwork, json);
        return new Show(stage, host, new Show.Memory(log, transcript), places.host(session, stage, host));
    }

    private void each(Consumer<Show> what) {
        for (Show show : shows.values()) {
            try {
                what.accept(show);
            } catch (RuntimeException e) {
                // One broken stage must not stop the clock of the others.
                LOG.error("a stage failed", e);
            }
        }
    }

    private static ScheduledExecutorService clock(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
