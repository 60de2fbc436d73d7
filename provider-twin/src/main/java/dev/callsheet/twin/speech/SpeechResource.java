package dev.callsheet.twin.speech;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.chat.ApiKey;
import dev.callsheet.twin.chat.LlmSettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/audio/speech}: 24 kHz mono signed 16-bit PCM, streamed faster than it plays. */
@Path("/v1/audio/speech")
public class SpeechResource {
    private static final int PIECE_BYTES = Voice.SAMPLE_RATE / 10 * 2;
    private static final int MAX_CHARACTERS = 4096;

    private final ApiKey key;
    private final LlmSettings settings;

    SpeechResource(ApiKey key, LlmSettings settings) {
        this.key = key;
        this.settings = settings;
    }

    @POST
    public RestMulti<byte[]> speak(
            @HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode request) {
        key.check(authorization);
        String input = request == null ? "" : request.path("input").asText("");
        if (input.isBlank() || input.length() > MAX_CHARACTERS) {
            throw ApiKey.error(400, "'input' must have 1 to 4096 characters.", "input", "invalid_value");
        }
        String format = request.path("response_format").asText("mp3");
        if (!format.equals("pcm")) {
            throw ApiKey.error(
                    400, "This twin speaks 'pcm' only, not '" + format + "'.", "response_format", "invalid_value");
        }
        byte[] pcm = Voice.say(input, request.path("voice").asText("twin"));
        int pieces = (pcm.length + PIECE_BYTES - 1) / PIECE_BYTES;
        var timed = Multi.createFrom()
                .range(0, pieces)
                .onItem()
                .transformToUniAndConcatenate(i -> later(
                        Arrays.copyOfRange(pcm, i * PIECE_BYTES, Math.min(pcm.length, (i + 1) * PIECE_BYTES)),
                        i == 0 ? settings.firstAudio() : settings.betweenAudio()));
        return RestMulti.fromMultiData(timed)
                .header("Content-Type", "audio/pcm")
                .build();
    }

    private static Uni<byte[]> later(byte[] piece, Duration delay) {
        var now = Uni.createFrom().item(piece);
        return delay.isZero() ? now : now.onItem().delayIt().by(delay);
    }
}
