package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Media;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session in its table, and the way between the two. Fields change only in here: writes from another class would pass
 * by Hibernate's dirty tracking.
 */
@Entity
@Table(name = "sessions")
class SessionRow {
    @Id
    private UUID id;

    private String tenant;

    @Column(name = "request_id")
    private @Nullable UUID requestId;

    @Column(name = "avatar_id")
    private String avatarId;

    private @Nullable String persona;
    private @Nullable String language;

    @Column(name = "max_seconds")
    private long maxSeconds;

    private boolean sandbox;
    private String fingerprint;
    private @Nullable String traceparent;
    private String state;
    private @Nullable Instant since;

    @Column(name = "provider_id")
    private @Nullable String providerId;

    @Column(name = "control_url")
    private @Nullable String controlUrl;

    @Column(name = "media_kind")
    private @Nullable String mediaKind;

    @Column(name = "media_url")
    private @Nullable String mediaUrl;

    @Column(name = "media_token")
    private @Nullable String mediaToken;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column(name = "kept_alive_at")
    private @Nullable Instant keptAliveAt;

    @Column(name = "close_at")
    private @Nullable Instant closeAt;

    @Column(name = "live_since")
    private @Nullable Instant liveSince;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "live_ms")
    private @Nullable Long liveMs;

    @Column(name = "settled_micros")
    private @Nullable Long settledMicros;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected SessionRow() {}

    SessionRow(Session session, String fingerprint, @Nullable String traceparent) {
        SessionOrder order = session.order();
        this.id = order.sessionId().value();
        this.tenant = order.tenant().value();
        this.requestId = order.requestId() == null ? null : order.requestId().value();
        this.avatarId = order.avatarId();
        this.persona = order.persona();
        this.language = order.language();
        this.maxSeconds = order.maxLength().toSeconds();
        this.sandbox = order.sandbox();
        this.fingerprint = fingerprint;
        this.traceparent = traceparent;
        this.state = "";
        write(session);
    }

    SessionStore.Origin origin() {
        return new SessionStore.Origin(fingerprint, traceparent);
    }

    void anchor(String trace) {
        this.traceparent = trace;
    }

    /** The columns of the session's state; what a state does not have stays as it was. */
    final void write(Session session) {
        switch (session) {
            case Session.Offered _ -> state = "OFFERED";
            case Session.Starting starting -> {
                state = "STARTING";
                since = starting.since();
                providerId = starting.providerId();
                leaseUntil = starting.leaseUntil();
            }
            case Session.Live live -> {
                state = "LIVE";
                since = live.since();
                liveSince = live.since();
                keptAliveAt = keptAliveAt == null ? live.since() : keptAliveAt;
                leaseUntil = live.leaseUntil();
                write(live.broadcast());
            }
            case Session.Ending ending -> {
                state = "ENDING";
                since = ending.since();
                liveSince = ending.liveSince();
                endReason = ending.reason().name();
                closeAt = closeAt == null ? ending.since() : closeAt;
            }
            case Session.Ended ended -> {
                state = "ENDED";
                endReason = ended.reason().name();
                endedAt = ended.at();
                liveMs = ended.liveMs();
                settledMicros = ended.settledMicros();
            }
        }
    }

    Session read() {
        SessionOrder order = order();
        return switch (state) {
            case "OFFERED" -> new Session.Offered(order);
            case "STARTING" -> new Session.Starting(order, set(since), providerId, set(leaseUntil));
            case "LIVE" -> new Session.Live(order, set(since), broadcast(), set(leaseUntil));
            case "ENDING" ->
                new Session.Ending(
                        order, set(liveSince), set(providerId), EndReason.valueOf(set(endReason)), set(since));
            case "ENDED" ->
                new Session.Ended(
                        order,
                        providerId,
                        EndReason.valueOf(set(endReason)),
                        set(endedAt),
                        set(liveMs),
                        set(settledMicros));
            default -> throw new IllegalStateException("session " + id + " has the unknown state " + state);
        };
    }

    private SessionOrder order() {
        return new SessionOrder(
                new SessionId(id),
                new TenantId(tenant),
                requestId == null ? null : new RequestId(requestId),
                avatarId,
                persona,
                language,
                Duration.ofSeconds(maxSeconds),
                sandbox);
    }

    private void write(Broadcast broadcast) {
        providerId = broadcast.providerId();
        controlUrl = broadcast.controlUrl();
        switch (broadcast.media()) {
            case Media.Whep(String url) -> {
                mediaKind = "whep";
                mediaUrl = url;
            }
            case Media.LiveKit(String url, String token) -> {
                mediaKind = "livekit";
                mediaUrl = url;
                mediaToken = token;
            }
            case Media.None() -> mediaKind = "none";
        }
    }

    private Broadcast broadcast() {
        Media media = switch (set(mediaKind)) {
            case "whep" -> new Media.Whep(set(mediaUrl));
            case "livekit" -> new Media.LiveKit(set(mediaUrl), set(mediaToken));
            default -> new Media.None();
        };
        return new Broadcast(set(providerId), set(controlUrl), media);
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "a column of this state is empty");
    }
}
