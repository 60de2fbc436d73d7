package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.BrokeredLine;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.conversation.line.AvatarEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** FULL: there is no line for audio. Whether the session still runs, and what was said, is asked for. */
final class RoomLine implements BrokeredLine {
    private static final Logger LOG = Logger.getLogger(RoomLine.class);

    private final String providerId;
    private final AvatarProvider provider;
    private final LiveAvatarApi api;
    private final Duration look;
    private final Consumer<AvatarEvent> listener;
    private volatile boolean over;

    RoomLine(
            String providerId,
            AvatarProvider provider,
            LiveAvatarApi api,
            Duration look,
            Consumer<AvatarEvent> listener) {
        this.providerId = providerId;
        this.provider = provider;
        this.api = api;
        this.look = look;
        this.listener = listener;
    }

    void open() {
        later(() -> listener.accept(new AvatarEvent.Connected()), Duration.ZERO);
        later(this::look, look);
    }

    @Override
    public String providerId() {
        return providerId;
    }

    @Override
    public Part transcript(long from) {
        JsonNode data = api.get("/v1/sessions/" + providerId + "/transcript?start_timestamp=" + from);
        var said = new ArrayList<Said>();
        for (JsonNode entry : data.path("transcript_data")) {
            said.add(new Said(
                    entry.path("role").asText().equals("avatar"),
                    entry.path("transcript").asText(),
                    instant(entry.path("absolute_timestamp").asLong())));
        }
        return new Part(said, data.path("next_timestamp").asLong(from));
    }

    @Override
    public void speak(String utterance, byte[] pcm) {
        // The provider speaks by itself.
    }

    @Override
    public void speakEnd(String utterance) {
        // The provider speaks by itself.
    }

    @Override
    public void interrupt() {
        // Only somebody who stands in the room can interrupt.
    }

    @Override
    public void close() {
        over = true;
    }

    private void look() {
        if (over) {
            return;
        }
        @Nullable String reason = null;
        try {
            reason = provider.meter(providerId)
                    .map(meter -> meter.active() ? "" : String.valueOf(meter.endReason()))
                    .orElse("UNKNOWN");
        } catch (ProviderTrouble e) {
            LOG.debugf("the provider is away: %s", e.getMessage());
        }
        if (over || reason == null || reason.isEmpty()) {
            later(this::look, look);
        } else {
            over = true;
            listener.accept(new AvatarEvent.Stopped(reason));
        }
    }

    /** The unit is not published: what is too large for seconds are milliseconds. */
    private static Instant instant(long timestamp) {
        return timestamp > 100_000_000_000L ? Instant.ofEpochMilli(timestamp) : Instant.ofEpochSecond(timestamp);
    }

    private static void later(Runnable what, Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(what);
    }
}
