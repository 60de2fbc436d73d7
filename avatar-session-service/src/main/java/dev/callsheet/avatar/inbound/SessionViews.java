package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sessions as our answers show them. */
@Singleton
class SessionViews {
    /** So many turns stand in a session's answer; all are to be had by themselves. */
    private static final int TURNS = 100;
    /** A pass outlives its session by this much, so that a viewer can still hear why it ended. */
    private static final Duration GRACE = Duration.ofMinutes(5);
    /** The pass of one who starts a session that has no end. */
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final ViewerPass passes;
    private final Pictures pictures;
    private final SessionDesk desk;
    private final TurnArchive archive;
    private final SessionTerms terms;
    private final Clock clock;
    private final Optional<URI> publicUrl;

    SessionViews(
            ViewerPass passes,
            Pictures pictures,
            SessionDesk desk,
            TurnArchive archive,
            SessionTerms terms,
            Clock clock,
            @ConfigProperty(name = "callsheet.public-url") Optional<URI> publicUrl) {
        this.passes = passes;
        this.pictures = pictures;
        this.desk = desk;
        this.archive = archive;
        this.terms = terms;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @param turns the WebSocket's address, with a viewer's pass in it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Joined(
            String sessionId,
            String state,
            @Nullable Integer place,
            @Nullable MediaView media,
            @Nullable String turns,
            long leaseSeconds,
            String disclosure,
            @Nullable String reason) {}

    /** @param turns the WebSocket's address, with the pass in it */
    record Pass(String turns, Instant expiresAt) {}

    Joined joined(Session session, URI base) {
        var order = session.order();
        String reason = SessionView.reason(session);
        Instant now = clock.instant();
        Instant until = now.plus(order.alwaysOn() ? ENDLESS : order.maxLength()).plus(GRACE);
        var media =
                session.seen() == null ? null : MediaView.of(pictures.of(session, identity(order.sessionId(), now)));
        return new Joined(
                order.sessionId().toString(),
                session.state(),
                place(session),
                media,
                reason == null ? line(order.sessionId(), base, until, null) : null,
                terms.lease().toSeconds(),
                order.disclosure().text(),
                reason);
    }

    /** A pass for one more viewer. @param origin whose pages may use it; null for any */
    Pass pass(SessionId id, URI base, Duration life, @Nullable String origin) {
        Instant until = clock.instant().plus(life);
        return new Pass(line(id, base, until, origin), until);
    }

    SessionView shown(Session session) {
        var turns = archive.turns(session.order().sessionId(), 0, TURNS);
        return SessionView.of(session, place(session), turns, terms.microsPerCredit(), clock.instant());
    }

    private @Nullable Integer place(Session session) {
        return session instanceof Session.Waiting
                ? desk.place(session.order().sessionId()).orElse(null)
                : null;
    }

    private String line(SessionId id, URI base, Instant until, @Nullable String origin) {
        URI door = publicUrl.orElse(base);
        String scheme = "https".equals(door.getScheme()) ? "wss" : "ws";
        return scheme + "://" + door.getAuthority() + "/v1/sessions/" + id + "/turns?access="
                + passes.issue(id, until, origin);
    }

    private static String identity(SessionId id, Instant now) {
        return DerivedId.of("viewer", id.toString(), now.toString()).toString();
    }
}
