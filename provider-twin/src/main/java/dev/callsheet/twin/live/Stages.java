package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.live.media.MediaEngine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The stages of all active sessions, and the two clocks that drive them: sound every 10 ms, pictures 24 times a second. */
@ApplicationScoped
public class Stages {
    private static final Logger LOG = Logger.getLogger(Stages.class);
    private static final long PICTURE_NANOS = TimeUnit.SECONDS.toNanos(1) / 24;

    private final Map<String, Stage> stages = new ConcurrentHashMap<>();
    private final MediaEngine media;
    private final LiveSettings settings;
    private final ObjectMapper json;
    private final ScheduledExecutorService sound = clock("live-sound");
    private final ScheduledExecutorService pictures = clock("live-pictures");

    Stages(MediaEngine media, LiveSettings settings, ObjectMapper json) {
        this.media = media;
        this.settings = settings;
        this.json = json;
    }

    @PostConstruct
    void run() {
        sound.scheduleAtFixedRate(() -> each(Stage::step), Playback.FRAME_MS, Playback.FRAME_MS, TimeUnit.MILLISECONDS);
        pictures.scheduleAtFixedRate(
                () -> each(stage -> stage.draw(System.nanoTime())), PICTURE_NANOS, PICTURE_NANOS, TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        sound.shutdownNow();
        pictures.shutdownNow();
        stages.keySet().forEach(id -> close(id, "SERVER_ERROR"));
    }

    void open(String sessionId, String avatarId) {
        var playback = new Playback(settings.speakDelay().toMillis());
        var stream = media.open(avatarId).orElse(null);
        stages.put(sessionId, new Stage(sessionId, json, playback, stream));
    }

    Optional<Stage> find(String sessionId) {
        return Optional.ofNullable(stages.get(sessionId));
    }

    void close(String sessionId, String endReason) {
        var stage = stages.remove(sessionId);
        if (stage != null) {
            stage.close(endReason);
        }
    }

    private void each(Consumer<Stage> what) {
        for (Stage stage : stages.values()) {
            try {
                what.accept(stage);
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
