package dev.callsheet.twin.speech;

import dev.callsheet.twin.chat.ApiKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** A question to be spoken into a microphone that is fed from a file; a door of the twin, not of the provider. */
@Path("/twin/question.wav")
public class QuestionResource {
    private static final int MAX_CHARACTERS = 400;
    private static final int MAX_SILENCE_MS = 600_000;

    /** 48 kHz mono 16-bit. @param beforeMs silence before it @param afterMs silence after it */
    @GET
    @Produces("audio/wav")
    @RunOnVirtualThread
    public byte[] question(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("voice") @DefaultValue("guest") String voice,
            @QueryParam("beforeMs") @DefaultValue("1500") int beforeMs,
            @QueryParam("afterMs") @DefaultValue("3000") int afterMs) {
        if (text.isBlank() || text.length() > MAX_CHARACTERS) {
            throw ApiKey.error(400, "'text' must have 1 to 400 characters.", "text", "invalid_value");
        }
        if (Math.min(beforeMs, afterMs) < 0 || Math.max(beforeMs, afterMs) > MAX_SILENCE_MS) {
            throw ApiKey.error(400, "Silences are 0 to 600000 ms.", "beforeMs", "invalid_value");
        }
        return Question.of(text, voice, beforeMs, afterMs).file();
    }
}
