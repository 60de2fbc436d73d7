package dev.callsheet.twin.speech;

import dev.callsheet.twin.chat.ApiKey;
import dev.callsheet.twin.chat.LlmSettings;
import dev.callsheet.twin.chat.Minds;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.MindFault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/audio/transcriptions}: understands the twin's own {@link Voice}, and says so of anything else. */
@Path("/v1/audio/transcriptions")
public class TranscriptionResource {
    private final ApiKey key;
    private final Minds minds;
    private final LlmSettings settings;

    TranscriptionResource(ApiKey key, Minds minds, LlmSettings settings) {
        this.key = key;
        this.minds = minds;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> transcribe(
            @HeaderParam("Authorization") @Nullable String authorization,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String model,
            @RestForm("response_format") @Nullable String format,
            HttpServerRequest call) {
        key.check(authorization);
        if (model == null || model.isBlank()) {
            throw ApiKey.error(400, "you must provide a model parameter", "model", "missing_required_parameter");
        }
        if (format != null && !format.equals("json") && !format.equals("text")) {
            throw ApiKey.error(
                    400,
                    "This twin writes 'json' and 'text', not '" + format + "'.",
                    "response_format",
                    "invalid_value");
        }
        String text = understood(wav(file));
        var struck = minds.strike(Door.TRANSCRIPTION, model, text);
        if (struck.by(MindFault.TRANSCRIPTION_CUT)) {
            call.connection().close();
        }
        String answer = struck.by(MindFault.TRANSCRIPTION_EMPTY) ? "" : text;
        Duration wait = struck.by(MindFault.TRANSCRIPTION_LATE)
                ? minds.transcription().plus(struck.lasts())
                : minds.transcription();
        var response = Uni.createFrom().item(() -> response(answer, "text".equals(format)));
        return wait.isZero() ? response : response.onItem().delayIt().by(wait);
    }

    private String understood(Wav wav) {
        var heard = Listener.words(wav.samples(), wav.rate());
        return switch (heard) {
            case Listener.Nothing() -> "";
            case Listener.Foreign() -> settings.notUnderstood().orElse("");
            case Listener.Words(String text) -> text;
        };
    }

    private static Wav wav(@Nullable FileUpload file) {
        if (file == null) {
            throw ApiKey.error(400, "Missing required parameter: 'file'.", "file", "missing_required_parameter");
        }
        try {
            return Wav.read(Files.readAllBytes(file.uploadedFile()))
                    .orElseThrow(() -> ApiKey.error(
                            400,
                            "Audio file might be corrupted or unsupported: this twin reads WAV files of 16-bit"
                                    + " samples.",
                            "file",
                            "invalid_value"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response response(String text, boolean bare) {
        return bare
                ? Response.ok(text + "\n", MediaType.TEXT_PLAIN).build()
                : Response.ok(Map.of("text", text), MediaType.APPLICATION_JSON).build();
    }
}
