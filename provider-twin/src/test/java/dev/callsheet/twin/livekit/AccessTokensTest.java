package dev.callsheet.twin.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import livekit.LivekitModels.TrackSource;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_400_083);

    /** A viewer's token as LiveKit's own library for Java made it, valid for 600 s from then. */
    private static final String FROM_THE_LIBRARY =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ0d2luLWxpdmVraXQta2V5IiwiZXhwIjoxNzk1NDAwNjgzLCJzdWIi"
                    + "OiJ2IiwidmlkZW8iOnsicm9vbUpvaW4iOnRydWUsInJvb20iOiJjYWxsc2hlZXQtMmU0MWVlMDUtMjEyMy00NGQ0LTlj"
                    + "MWMtODUxODk3MTQ5OGNkIiwiY2FuU3Vic2NyaWJlIjp0cnVlLCJjYW5QdWJsaXNoIjpmYWxzZSwiY2FuUHVibGlzaERh"
                    + "dGEiOmZhbHNlfSwic2lwIjp7fX0.sqgoPitTjKo4ZQLFo_pmcRvfryWzwy2X9DOVKE_v42A";

    @Test
    void aTokenOfLiveKitsOwnLibraryIsRead() {
        var grants = tokens(NOW).read(FROM_THE_LIBRARY).orElseThrow();

        assertThat(grants.identity()).isEqualTo("v");
        assertThat(grants.room()).isEqualTo("callsheet-2e41ee05-2123-44d4-9c1c-8518971498cd");
        assertThat(grants.join()).isTrue();
        assertThat(grants.subscribe()).isTrue();
        assertThat(grants.publish()).isFalse();
        assertThat(grants.data()).isFalse();
        assertThat(grants.services()).isEmpty();
    }

    @Test
    void aTokenEndsAndAnotherSecretMakesNone() {
        assertThat(tokens(NOW.plusSeconds(599)).read(FROM_THE_LIBRARY)).isPresent();
        assertThat(tokens(NOW.plusSeconds(600)).read(FROM_THE_LIBRARY)).isEmpty();
        assertThat(tokens(NOW, "another-secret-of-32-characters-or-more").read(FROM_THE_LIBRARY))
                .isEmpty();
    }

    @Test
    void aTokenWithoutASignatureOrWithOtherWordsIsNone() {
        String[] parts = FROM_THE_LIBRARY.split("\\.");
        String unsigned = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String other = parts[0] + "."
                + base64("{\"iss\":\"twin-livekit-key\",\"exp\":1795400683,\"video\":{\"roomJoin\":true}}") + "."
                + parts[2];

        assertThat(tokens(NOW).read(unsigned)).isEmpty();
        assertThat(tokens(NOW).read(other)).isEmpty();
        assertThat(tokens(NOW).read("")).isEmpty();
        assertThat(tokens(NOW).read("a.b.c")).isEmpty();
    }

    @Test
    void aViewersTokenLetsNothingBePublishedButAMicrophone() {
        String token = tokens(NOW).issue(Grants.viewer("room", "viewer"), Duration.ofMinutes(1));

        var grants = tokens(NOW).read(token).orElseThrow();

        assertThat(grants).isEqualTo(Grants.viewer("room", "viewer"));
        assertThat(grants.mayPublish(TrackSource.MICROPHONE)).isTrue();
        assertThat(grants.mayPublish(TrackSource.CAMERA)).isFalse();
        assertThat(grants.mayPublish(TrackSource.SCREEN_SHARE)).isFalse();
        assertThat(grants.permission().getCanPublishSourcesList()).containsExactly(TrackSource.MICROPHONE);
    }

    private static AccessTokens tokens(Instant now) {
        return tokens(now, "twin-livekit-secret-of-32-characters-or-more");
    }

    private static AccessTokens tokens(Instant now, String secret) {
        var settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiveKitSettings.class)
                .withDefaultValue("twin.livekit.secret", secret)
                .build()
                .getConfigMapping(LiveKitSettings.class);
        return new AccessTokens(settings, new ObjectMapper(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
