package dev.callsheet.twin.livekit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** LiveKit's access tokens: JWTs (RFC 7519) signed with HS256, with grants under {@code video}. */
@Singleton
public class AccessTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Set<String> SERVICES = Set.of("roomCreate", "roomList", "roomAdmin", "roomRecord");

    private final LiveKitSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    AccessTokens(LiveKitSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** A token for joining, valid for so long. */
    String issue(Grants grants, Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        var claims = json.createObjectNode()
                .put("iss", settings.key())
                .put("sub", grants.identity())
                .put("name", grants.name())
                .put("metadata", grants.metadata())
                .put("nbf", now)
                .put("exp", now + lifetime.toSeconds());
        var video = claims.putObject("video")
                .put("room", grants.room())
                .put("roomJoin", grants.join())
                .put("canPublish", grants.publish())
                .put("canSubscribe", grants.subscribe())
                .put("canPublishData", grants.data())
                .put("hidden", grants.hidden());
        var sources = video.putArray("canPublishSources");
        grants.sources().forEach(sources::add);
        grants.services().forEach(service -> video.put(service, true));
        String content = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        return content + "." + base64(sign(content));
    }

    /** What the token allows; empty unless it is ours, whole, and of now. */
    Optional<Grants> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            boolean signed = MessageDigest.isEqual(sign(parts[0] + "." + parts[1]), decoder.decode(parts[2]));
            JsonNode header = json.readTree(decoder.decode(parts[0]));
            JsonNode claims = json.readTree(decoder.decode(parts[1]));
            boolean ours = signed
                    && header.path("alg").asText().equals("HS256")
                    && claims.path("iss").asText().equals(settings.key());
            return ours && timely(claims) ? Optional.of(grants(claims)) : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private boolean timely(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        return now < claims.path("exp").asLong(0) && now >= claims.path("nbf").asLong(0) - 5;
    }

    private static Grants grants(JsonNode claims) {
        JsonNode video = claims.path("video");
        List<String> sources = new ArrayList<>();
        video.path("canPublishSources").forEach(source -> sources.add(source.asText()));
        Set<String> services = new HashSet<>(SERVICES);
        services.removeIf(service -> !video.path(service).asBoolean(false));
        return new Grants(
                claims.path("sub").asText(""),
                claims.path("name").asText(""),
                claims.path("metadata").asText(""),
                video.path("room").asText(""),
                video.path("roomJoin").asBoolean(false),
                video.path("canPublish").asBoolean(true),
                video.path("canSubscribe").asBoolean(true),
                video.path("canPublishData").asBoolean(true),
                List.copyOf(sources),
                video.path("hidden").asBoolean(false),
                Set.copyOf(services));
    }

    private byte[] sign(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
