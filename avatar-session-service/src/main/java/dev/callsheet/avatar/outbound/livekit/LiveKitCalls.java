package dev.callsheet.avatar.outbound.livekit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** What the answers of LiveKit's server API mean. It speaks Twirp: errors are JSON with {@code code} and {@code msg}. */
final class LiveKitCalls {
    private LiveKitCalls() {}

    /** There is no such room, participant or egress. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Makes the call; the answer of calls that have none is null.
     *
     * @throws Gone if what it is about does not exist, or not any more
     * @throws ProviderTrouble if it is refused or has no clear answer
     */
    static <T> @Nullable T answer(Call<T> call) {
        Response<T> response = send(call);
        if (response.isSuccessful()) {
            return response.body();
        }
        JsonNode error = error(response);
        String code = error.path("code").asText("");
        if (code.equals("not_found") || code.equals("failed_precondition")) {
            throw new Gone();
        }
        if (response.code() >= 500 || code.isEmpty()) {
            throw new ProviderTrouble.Unclear("LiveKit answered " + response.code());
        }
        boolean credentials = response.code() == 401 || response.code() == 403;
        throw new ProviderTrouble.Refused(
                credentials ? "provider.credentials" : "provider.refused",
                "LiveKit: " + error.path("msg").asText(code));
    }

    /** Makes a call about something that may be gone, which is as good. */
    static void unlessGone(Call<?> call) {
        try {
            answer(call);
        } catch (Gone e) {
            // What was to be ended is over.
        }
    }

    private static <T> Response<T> send(Call<T> call) {
        try {
            return call.execute();
        } catch (IOException e) {
            throw new ProviderTrouble.Unclear("LiveKit's answer was lost, or it cannot be reached");
        }
    }

    private static JsonNode error(Response<?> response) {
        try (var body = response.errorBody()) {
            return Json.read(body == null ? new byte[0] : body.bytes());
        } catch (UnreadableEvent | IOException e) {
            return Json.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
