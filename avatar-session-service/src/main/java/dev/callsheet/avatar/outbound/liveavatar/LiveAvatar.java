package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.RoomPlace;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.Media;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link AvatarProvider} over LiveAvatar (docs.liveavatar.com): LITE, where we speak, and FULL, where it does. */
@Singleton
class LiveAvatar implements AvatarProvider {
    private final LiveAvatarApi api;
    private final LiveAvatarAccess access;
    private final Contexts contexts;
    private final HttpClient http;

    LiveAvatar(LiveAvatarApi api, LiveAvatarAccess access, Contexts contexts, HttpClient http) {
        this.api = api;
        this.access = access;
        this.contexts = contexts;
        this.http = http;
    }

    @Override
    public Ticket prepare(SessionOrder order, Duration length, @Nullable RoomPlace place) {
        String avatar = access.avatars().getOrDefault(order.avatarId(), order.avatarId());
        var body = switch (order.mode()) {
            case LITE -> TokenBody.lite(avatar, order, length, place);
            case FULL -> TokenBody.full(avatar, order, length, contexts.of(order));
        };
        JsonNode data = api.post("/v1/sessions/token", body);
        return new Ticket(LiveAvatarApi.text(data, "session_id"), LiveAvatarApi.text(data, "session_token"));
    }

    @Override
    public Broadcast start(Ticket ticket) {
        JsonNode data = api.postAs(ticket.secret(), "/v1/sessions/start");
        long seconds = data.path("max_session_duration").asLong(0);
        return new Broadcast(
                ticket.providerId(),
                data.path("ws_url").isTextual() ? data.path("ws_url").asText() : null,
                media(data),
                seconds > 0 ? Duration.ofSeconds(seconds) : null);
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
            boolean active = !reason.isTextual();
            JsonNode ran = data.path("duration");
            return Optional.of(new Meter(
                    active,
                    data.path("credits_consumed").asLong(),
                    ran.isNumber() ? Duration.ofMillis(Math.round(ran.asDouble() * 1000)) : null,
                    active ? null : reason.asText()));
        } catch (ProviderTrouble.Refused e) {
            if (e.code().equals("provider.unknown_session")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<String> active() {
        return api.pages("/v1/sessions?type=active&").stream()
                .map(entry -> LiveAvatarApi.text(entry, "id"))
                .distinct()
                .toList();
    }

    /** The provider writes the number as a text. */
    @Override
    public OptionalLong credits() {
        JsonNode left = api.get("/v1/users/credits").path("credits_left");
        double credits = left.isNumber() || left.isTextual() ? left.asDouble(Double.NaN) : Double.NaN;
        return Double.isNaN(credits) ? OptionalLong.empty() : OptionalLong.of((long) Math.floor(credits));
    }

    @Override
    public AvatarLine connect(Broadcast broadcast, Consumer<AvatarEvent> listener) {
        String control = broadcast.controlUrl();
        if (control == null) {
            var line = new RoomLine(broadcast.providerId(), this, api, access.look(), listener);
            line.open();
            return line;
        }
        var line = new LiveAvatarLine(listener, access.silence());
        line.open(http, URI.create(control), access.connectTimeout());
        return line;
    }

    /** LiveKit, or, from the provider's twin, the WHEP address that only the twin has. */
    private static Media media(JsonNode data) {
        if (data.path("livekit_url").isTextual()
                && data.path("livekit_client_token").isTextual()) {
            return new Media.LiveKit(
                    data.path("livekit_url").asText(),
                    data.path("livekit_client_token").asText());
        }
        JsonNode whep = data.path("twin_whep_url");
        return whep.isTextual() ? new Media.Whep(whep.asText()) : new Media.None();
    }
}
