package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AvatarEvent;
import dev.callsheet.avatar.domain.AvatarLine;
import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.Media;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionOrder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link AvatarProvider} over LiveAvatar's LITE mode (docs.liveavatar.com): token, start, keep-alive, stop, detail. */
@Singleton
class LiveAvatar implements AvatarProvider {
    private final LiveAvatarApi api;
    private final LiveAvatarAccess access;
    private final HttpClient http;

    LiveAvatar(LiveAvatarApi api, LiveAvatarAccess access, HttpClient http) {
        this.api = api;
        this.access = access;
        this.http = http;
    }

    @Override
    public Ticket prepare(SessionOrder order) {
        String avatar = access.avatars().getOrDefault(order.avatarId(), order.avatarId());
        JsonNode data = api.post(
                "/v1/sessions/token",
                Map.of(
                        "mode",
                        "LITE",
                        "avatar_id",
                        avatar,
                        "is_sandbox",
                        order.sandbox(),
                        "max_session_duration",
                        order.maxLength().toSeconds(),
                        "video_settings",
                        Map.of("quality", "high", "encoding", "VP8")));
        return new Ticket(text(data, "session_id"), text(data, "session_token"));
    }

    @Override
    public Broadcast start(Ticket ticket) {
        JsonNode data = api.postAs(ticket.secret(), "/v1/sessions/start");
        return new Broadcast(ticket.providerId(), text(data, "ws_url"), media(data));
    }

    @Override
    public void keepAlive(String providerId) {
        api.post("/v1/sessions/keep-alive", Map.of("session_id", providerId));
    }

    @Override
    public void stop(String providerId, String reason) {
        try {
            api.post("/v1/sessions/stop", Map.of("session_id", providerId, "reason", reason));
        } catch (ProviderTrouble.Refused e) {
            // Whatever the refusal says: what counts is whether the meter still runs.
            if (meter(providerId).map(Meter::active).orElse(false)) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Meter> meter(String providerId) {
        try {
            JsonNode data = api.get("/v1/sessions/" + providerId);
            JsonNode reason = data.path("end_reason");
            boolean active = reason.isMissingNode() || reason.isNull();
            return Optional.of(
                    new Meter(active, data.path("credits_consumed").asLong(), active ? null : reason.asText()));
        } catch (ProviderTrouble.Refused e) {
            if (e.code().equals("provider.unknown_session")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public AvatarLine connect(Broadcast broadcast, Consumer<AvatarEvent> listener) {
        var line = new LiveAvatarLine(listener);
        line.open(http, URI.create(broadcast.controlUrl()), access.connectTimeout());
        return line;
    }

    /** LiveKit, or, from the provider's twin, the WHEP address that only the twin has. */
    private static Media media(JsonNode data) {
        String room = data.path("livekit_url").asText("");
        if (!room.isEmpty() && !data.path("livekit_url").isNull()) {
            return new Media.LiveKit(room, text(data, "livekit_client_token"));
        }
        JsonNode whep = data.path("twin_whep_url");
        return whep.isTextual() ? new Media.Whep(whep.asText()) : new Media.None();
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new ProviderTrouble.Unclear("LiveAvatar's answer lacks " + field);
        }
        return value.asText();
    }
}
