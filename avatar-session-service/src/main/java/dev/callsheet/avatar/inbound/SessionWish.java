package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checked body of {@code POST /v1/sessions}: either a session that was offered, or the avatar of a new one.
 *
 * @param offered null for a new session
 * @param avatarId empty for an offered one
 * @param fingerprint the same for bodies that mean the same
 */
record SessionWish(
        @Nullable SessionId offered,
        String avatarId,
        @Nullable String persona,
        @Nullable String language,
        Duration maxLength,
        boolean sandbox,
        String fingerprint) {
    private static final Set<String> FIELDS =
            Set.of("avatarId", "persona", "language", "requestId", "sessionId", "maxSeconds", "sandbox");
    private static final int MIN_SECONDS = 10;

    static SessionWish read(byte[] body, Duration longest) {
        JsonNode json = json(body);
        var wrong = new ArrayList<Violation>();
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                wrong.add(violation(
                        "field.unknown",
                        name,
                        null,
                        String.join(", ", FIELDS.stream().sorted().toList())));
            }
        });
        SessionId offered = offered(json, wrong);
        String avatar = text(json, "avatarId", 100, wrong);
        if (offered == null && avatar == null && wrong.isEmpty()) {
            wrong.add(violation("field.missing", "avatarId", null, "an avatar's id, or requestId, or sessionId"));
        }
        var wish = new SessionWish(
                offered,
                avatar == null ? "" : avatar,
                text(json, "persona", 500, wrong),
                text(json, "language", 35, wrong),
                length(json, longest, wrong),
                flag(json, wrong),
                Json.sha256(Json.write(json)));
        if (!wrong.isEmpty()) {
            throw Refused.fields(wrong);
        }
        return wish;
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            if (json.isObject()) {
                return json;
            }
        } catch (UnreadableEvent e) {
            throw new Refused(
                    Problem.of(400, "request.unreadable", "The body is not JSON", String.valueOf(e.getMessage())));
        }
        throw new Refused(Problem.of(400, "request.unreadable", "The body is not a JSON object", "Send an object."));
    }

    private static @Nullable SessionId offered(JsonNode json, List<Violation> wrong) {
        UUID request = uuid(json, "requestId", wrong);
        UUID session = uuid(json, "sessionId", wrong);
        if (session != null) {
            return new SessionId(session);
        }
        return request == null ? null : SessionId.of(new RequestId(request));
    }

    private static @Nullable UUID uuid(JsonNode json, String name, List<Violation> wrong) {
        String text = text(json, name, 36, wrong);
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            wrong.add(violation("field.form", name, text, "a UUID"));
            return null;
        }
    }

    private static @Nullable String text(JsonNode json, String name, int longest, List<Violation> wrong) {
        JsonNode field = json.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return null;
        }
        if (!field.isTextual() || field.asText().isBlank() || field.asText().length() > longest) {
            wrong.add(violation("field.form", name, field.toString(), "text of 1 to " + longest + " characters"));
            return null;
        }
        return field.asText();
    }

    private static Duration length(JsonNode json, Duration longest, List<Violation> wrong) {
        JsonNode field = json.path("maxSeconds");
        if (field.isMissingNode() || field.isNull()) {
            return longest;
        }
        if (!field.isIntegralNumber() || field.asLong() < MIN_SECONDS || field.asLong() > longest.toSeconds()) {
            String allowed = "a whole number from " + MIN_SECONDS + " to " + longest.toSeconds();
            wrong.add(violation("field.range", "maxSeconds", field.toString(), allowed));
            return longest;
        }
        return Duration.ofSeconds(field.asLong());
    }

    private static boolean flag(JsonNode json, List<Violation> wrong) {
        JsonNode field = json.path("sandbox");
        if (!field.isMissingNode() && !field.isBoolean()) {
            wrong.add(violation("field.form", "sandbox", field.toString(), "true or false"));
        }
        return field.asBoolean(false);
    }

    private static Violation violation(String code, String field, @Nullable String found, String allowed) {
        return new Violation(code, "/" + field, found, allowed, null);
    }
}
