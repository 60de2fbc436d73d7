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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions as the product's answers show them. */
@Singleton
class SessionViews {
    private static final int MOST = 100;

    private final Stages stages;
    private final LiveSettings settings;
    private final Clock clock;

    SessionViews(Stages stages, LiveSettings settings, Clock clock) {
        this.stages = stages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The data of a start. Fields beginning with {@code twin_} are the twin's own: {@code twin_whep_url}, where the media
     * is without LiveKit (null without the native libraries), and {@code twin_data_url}, the two topics of FULL over a
     * plain WebSocket.
     */
    Map<String, @Nullable Object> started(LiveSession session, URI base) {
        var show = stages.find(session.id());
        Optional<String> viewer = show.flatMap(s -> s.place().viewerToken());
        String socket = "ws://" + base.getAuthority();
        String secret = session.id() + "?token=" + session.token();
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("session_id", session.id());
        data.put("livekit_url", viewer.isPresent() ? socket : null);
        data.put("livekit_client_token", viewer.orElse(null));
        data.put("livekit_agent_token", null);
        data.put(
                "max_session_duration",
                settings.announceDuration()
                        ? Terms.length(session.order(), settings).toSeconds()
                        : null);
        boolean visible = show.map(s -> s.stage().hasMedia()).orElse(false);
        data.put(
                "twin_whep_url",
                visible ? base.resolve("/v1/whep/" + session.id()).toString() : null);
        switch (session.order().mode()) {
            case LITE -> data.put("ws_url", socket + "/v1/agents/" + secret);
            case FULL -> data.put("twin_data_url", socket + "/v1/rooms/" + secret);
        }
        return data;
    }

    /** One page of active or historic sessions, newest first. */
    Map<String, @Nullable Object> list(List<LiveSession> sessions, String type, int page, int size) {
        boolean active = type.equals("active");
        if (!active && !type.equals("historic")) {
            throw Refused.field("enum", "type", "Input should be 'active' or 'historic'");
        }
        if (size > MOST || size < 1 || page < 1) {
            throw Refused.field("less_than_equal", "page_size", "Input should be from 1 to " + MOST);
        }
        var matching = sessions.stream()
                .filter(s -> active ? s.isActive() : s.phase() instanceof LiveSession.Phase.Ended)
                .sorted(Comparator.comparing(LiveSession::createdAt).reversed().thenComparing(LiveSession::id))
                .toList();
        return page(matching.stream().map(this::detail).toList(), page, size);
    }

    /** One page of anything, with the number of all. */
    static Map<String, @Nullable Object> page(List<?> all, int page, int size) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("count", all.size());
        data.put("next", (long) page * size < all.size() ? "?page=" + (page + 1) : null);
        data.put("previous", page > 1 ? "?page=" + (page - 1) : null);
        data.put("results", all.stream().skip((page - 1L) * size).limit(size).toList());
        return data;
    }

    Map<String, @Nullable Object> detail(LiveSession session) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("id", session.id());
        data.put("created_at", session.createdAt().toString());
        data.put("updated_at", clock.instant().toString());
        data.put("duration", seconds(session));
        data.put("source", "API");
        data.put("mode", session.order().mode().name());
        data.put("is_sandbox", session.order().sandbox());
        data.put("credits_consumed", session.minutes() * session.terms().credits());
        if (session.phase() instanceof LiveSession.Phase.Ended(Instant _, LiveSession.End end)) {
            data.put("end_at", end.at().toString());
            data.put("end_reason", end.reason().name());
        }
        return data;
    }

    Map<String, @Nullable Object> transcript(LiveSession session, long start) {
        return stages.memory(session.id())
                .flatMap(memory -> Optional.ofNullable(memory.transcript()))
                .orElseGet(() -> new Transcript(session.createdAt(), clock))
                .since(start, session.isActive());
    }

    /** In provider time. */
    private long seconds(LiveSession session) {
        var real = switch (session.phase()) {
            case LiveSession.Phase.Issued() -> Duration.ZERO;
            case LiveSession.Phase.Active active -> Duration.between(active.since(), clock.instant());
            case LiveSession.Phase.Ended(Instant since, LiveSession.End end) -> Duration.between(since, end.at());
        };
        return Math.round(real.toMillis() * settings.timeFactor() / 1000);
    }
}
