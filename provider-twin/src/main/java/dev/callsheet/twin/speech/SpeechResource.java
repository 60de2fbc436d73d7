package dev.callsheet.twin.speech;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.chat.ApiKey;
import dev.callsheet.twin.chat.Minds;
import dev.callsheet.twin.chat.Minds.Struck;
import dev.callsheet.twin.chat.Pace;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.MindFault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/audio/speech}: 24 kHz mono signed 16-bit, bare or as a WAV file, streamed faster than it plays. */
@Path("/v1/audio/speech")
public class SpeechResource {
    private static final int PIECE_BYTES = Voice.SAMPLE_RATE / 10 * 2;
    private static final int MAX_CHARACTERS = 4096;

    private final ApiKey key;
    private final Minds minds;

    SpeechResource(ApiKey key, Minds minds) {
        this.key = key;
        this.minds = minds;
    }

    @POST
    public RestMulti<byte[]> speak(
            @HeaderParam("Authorization") @Nullable String authorization,
            @Nullable JsonNode request,
            HttpServerRequest call) {
        key.check(authorization);
        String input = request == null ? "" : request.path("input").asText("");
        if (request == null || input.isBlank() || input.length() > MAX_CHARACTERS) {
            throw ApiKey.error(400, "'input' must have 1 to 4096 characters.", "input", "invalid_value");
        }
        String format = request.path("response_format").asText("mp3");
        if (!format.equals("pcm") && !format.equals("wav")) {
            throw ApiKey.error(
                    400, "This twin speaks 'pcm' and 'wav', not '" + format + "'.", "response_format", "invalid_value");
        }
        var struck = minds.strike(Door.SPEECH, request.path("model").asText("twin"), input);
        if (struck.by(MindFault.SPEECH_WRONG_TYPE)) {
            byte[] page = "<html><body>Welcome</body></html>".getBytes(StandardCharsets.US_ASCII);
            return typed(minds.speech().of(List.of(page)), "text/html");
        }
        byte[] pcm = Voice.say(input, request.path("voice").asText("twin"));
        if (struck.by(MindFault.SPEECH_SILENT)) {
            Arrays.fill(pcm, (byte) 0);
        }
        var pieces = pieces(pcm);
        if (format.equals("wav")) {
            pieces.addFirst(Wav.header(Voice.SAMPLE_RATE, pcm.length));
        }
        return typed(spoilt(pieces, struck, call), format.equals("wav") ? "audio/wav" : "audio/pcm");
    }

    private Multi<byte[]> spoilt(List<byte[]> pieces, Struck struck, HttpServerRequest call) {
        var pace = struck.by(MindFault.SPEECH_LATE) ? minds.speech().later(struck.lasts()) : minds.speech();
        var some = pieces.subList(0, Math.min(pieces.size(), struck.amount()));
        if (struck.by(MindFault.SPEECH_STALLED)) {
            return Multi.createBy().concatenating().streams(pace.of(some), Pace.silence(struck.lasts()));
        }
        if (struck.by(MindFault.SPEECH_CUT)) {
            var torn = new ArrayList<>(some);
            torn.add(new byte[1]);
            return pace.of(torn)
                    .onCompletion()
                    .call(() -> Uni.createFrom()
                            .completionStage(() -> call.connection().close().toCompletionStage()));
        }
        return struck.by(MindFault.SPEECH_EMPTY) ? Multi.createFrom().empty() : pace.of(pieces);
    }

    private static List<byte[]> pieces(byte[] pcm) {
        var pieces = new ArrayList<byte[]>();
        for (int from = 0; from < pcm.length; from += PIECE_BYTES) {
            pieces.add(Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + PIECE_BYTES)));
        }
        return pieces;
    }

    private static RestMulti<byte[]> typed(Multi<byte[]> body, String type) {
        return RestMulti.fromMultiData(body).header("Content-Type", type).build();
    }
}
