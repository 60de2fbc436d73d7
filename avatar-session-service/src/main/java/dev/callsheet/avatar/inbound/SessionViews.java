package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Media;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.Timeline;
import dev.callsheet.avatar.domain.TurnRecord;
import dev.callsheet.avatar.live.SessionTerms;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sessions as our answers show them. */
@Singleton
class SessionViews {
    /** A pass outlives its session by this much, so that a viewer can still hear why it ended. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final ViewerPass passes;
    private final SessionTerms terms;
    private final Optional<URI> publicUrl;

    SessionViews(
            ViewerPass passes,
            SessionTerms terms,
            @ConfigProperty(name = "callsheet.public-url") Optional<URI> publicUrl) {
        this.passes = passes;
        this.terms = terms;
        this.publicUrl = publicUrl;
    }

    /** @param turns the WebSocket's address, with a viewer's pass in it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Joined(
            String sessionId,
            String state,
            @Nullable MediaView media,
            @Nullable String turns,
            long leaseSeconds,
            @Nullable String reason) {}

    /** @param kind {@code whep}, {@code livekit} or {@code none} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MediaView(
            String kind, @Nullable String url, @Nullable String token) {}

    /**
     * @param providerId the provider's own id of the session, to compare accounts by
     * @param ledgerMicros what it has cost, once that is settled; micros of US dollars
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String sessionId,
            @Nullable String requestId,
            String state,
            String avatarId,
            @Nullable String providerId,
            @Nullable Instant since,
            @Nullable Instant leaseUntil,
            @Nullable String reason,
            @Nullable Instant endedAt,
            @Nullable Long liveMs,
            List<TurnView> turns,
            long ledgerMicros) {}

    record TurnView(int turn, boolean interrupted, TimelineView timeline) {}

    /** Milliseconds from the end of the input; null for what did not come. */
    record TimelineView(
            Instant endOfInputAt,
            @Nullable Long firstTokenMs,
            @Nullable Long firstAudioMs,
            @Nullable Long firstFrameMs) {
        static TimelineView of(Timeline line) {
            return new TimelineView(line.endOfInput(), line.firstTokenMs(), line.firstAudioMs(), line.firstFrameMs());
        }
    }

    Joined joined(Session session, URI base) {
        var id = session.order().sessionId();
        var live = session instanceof Session.Live l ? l : null;
        return new Joined(
                id.toString(),
                state(session),
                live == null ? null : media(live.broadcast().media()),
                live == null ? null : turns(live, base),
                terms.lease().toSeconds(),
                session instanceof Session.Ended ended ? ended.reason().name() : null);
    }

    Shown shown(Session session, List<TurnRecord> turns) {
        var order = session.order();
        var ended = session instanceof Session.Ended e ? e : null;
        return new Shown(
                order.sessionId().toString(),
                order.requestId() == null ? null : order.requestId().toString(),
                state(session),
                order.avatarId(),
                providerId(session),
                session instanceof Session.Live live ? live.since() : null,
                session instanceof Session.Live live ? live.leaseUntil() : null,
                ended == null ? null : ended.reason().name(),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.liveMs(),
                turns.stream()
                        .map(t -> new TurnView(t.number(), t.interrupted(), TimelineView.of(t.timeline())))
                        .toList(),
                ended == null ? 0 : ended.settledMicros());
    }

    private String turns(Session.Live live, URI base) {
        URI door = publicUrl.orElse(base);
        String scheme = "https".equals(door.getScheme()) ? "wss" : "ws";
        var id = live.order().sessionId();
        Instant until = live.since().plus(live.order().maxLength()).plus(GRACE);
        return scheme + "://" + door.getAuthority() + "/v1/sessions/" + id + "/turns?access=" + passes.issue(id, until);
    }

    private static MediaView media(Media media) {
        return switch (media) {
            case Media.Whep(String url) -> new MediaView("whep", url, null);
            case Media.LiveKit(String url, String token) -> new MediaView("livekit", url, token);
            case Media.None() -> new MediaView("none", null, null);
        };
    }

    private static @Nullable String providerId(Session session) {
        return switch (session) {
            case Session.Offered _ -> null;
            case Session.Starting starting -> starting.providerId();
            case Session.Live live -> live.broadcast().providerId();
            case Session.Ending ending -> ending.providerId();
            case Session.Ended ended -> ended.providerId();
        };
    }

    private static String state(Session session) {
        return session.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
