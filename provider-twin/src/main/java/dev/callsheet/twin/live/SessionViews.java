package dev.callsheet.twin.live;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions as the product's answers show them. */
@Singleton
class SessionViews {
    private final Stages stages;
    private final Clock clock;

    SessionViews(Stages stages, Clock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    /**
     * The data of a start. There is no LiveKit server behind the twin: its fields are null, and {@code twin_whep_url},
     * which the real product does not have, is where the media is (null without the native libraries).
     */
    Map<String, @Nullable Object> started(LiveSession session, URI base) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("session_id", session.id());
        data.put("livekit_url", null);
        data.put("livekit_client_token", null);
        data.put("livekit_agent_token", null);
        data.put("max_session_duration", session.length().toSeconds());
        data.put("ws_url", "ws://" + base.getAuthority() + "/v1/agents/" + session.id() + "?token=" + session.token());
        boolean visible = stages.find(session.id()).map(Stage::hasMedia).orElse(false);
        data.put(
                "twin_whep_url",
                visible ? base.resolve("/v1/whep/" + session.id()).toString() : null);
        return data;
    }

    /** One page of active or historic sessions, newest first. */
    Map<String, @Nullable Object> list(List<LiveSession> sessions, String type, int page, int size) {
        boolean active = type.equals("active");
        if (!active && !type.equals("historic")) {
            throw Refused.field("enum", "type", "Input should be 'active' or 'historic'");
        }
        int limit = Math.clamp(size, 1, 100);
        var matching = sessions.stream()
                .filter(s -> active ? s.isActive() : s.phase() instanceof LiveSession.Phase.Ended)
                .sorted(Comparator.comparing(LiveSession::createdAt).reversed())
                .toList();
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("count", matching.size());
        data.put(
                "results",
                matching.stream()
                        .skip((long) (Math.max(page, 1) - 1) * limit)
                        .limit(limit)
                        .map(this::detail)
                        .toList());
        return data;
    }

    Map<String, @Nullable Object> detail(LiveSession session) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("id", session.id());
        data.put("created_at", session.createdAt().toString());
        data.put("duration", seconds(session));
        data.put("source", "API");
        data.put("mode", "LITE");
        data.put("is_sandbox", session.sandbox());
        data.put("credits_consumed", session.sandbox() ? 0 : session.minutes());
        if (session.phase() instanceof LiveSession.Phase.Ended ended) {
            data.put("end_at", ended.at().toString());
            data.put("end_reason", ended.reason().name());
        }
        return data;
    }

    private long seconds(LiveSession session) {
        return switch (session.phase()) {
            case LiveSession.Phase.Issued() -> 0;
            case LiveSession.Phase.Active(Instant since, Instant _) ->
                Duration.between(since, clock.instant()).toSeconds();
            case LiveSession.Phase.Ended(Instant since, Instant at, EndReason _) ->
                Duration.between(since, at).toSeconds();
        };
    }
}
