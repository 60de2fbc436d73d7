package dev.callsheet.requestapi.domain.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tenant wants an endpoint to be. What is null stays as it is; {@code violations} name what is wrong. */
public record WebhookChange(
        @Nullable String url,
        @Nullable String description,
        @Nullable List<String> types,
        @Nullable WebhookState state,
        @Nullable Scheme scheme,
        List<Violation> violations) {
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_TYPES = 50;

    public WebhookChange {
        violations = List.copyOf(violations);
    }

    /** A new endpoint; total. */
    public static WebhookChange registration(JsonNode body) {
        List<Violation> wrong = new ArrayList<>();
        if (isObject(body, Set.of("url", "description", "types", "signature"), wrong) && !body.has("url")) {
            wrong.add(Fault.form("/url", null, "an https address"));
        }
        Scheme scheme = Scheme.V1;
        if (body.has("signature")) {
            scheme = Scheme.of(body.path("signature").asText()).orElse(null);
            if (scheme == null) {
                wrong.add(Fault.form("/signature", body.get("signature"), "v1 or v1a"));
            }
        }
        return new WebhookChange(url(body, wrong), description(body, wrong), types(body, wrong), null, scheme, wrong);
    }

    /** A change of one; total. */
    public static WebhookChange of(JsonNode body) {
        List<Violation> wrong = new ArrayList<>();
        isObject(body, Set.of("url", "description", "types", "state"), wrong);
        WebhookState state = null;
        if (body.has("state")) {
            state = switch (body.path("state").asText()) {
                case "ACTIVE" -> WebhookState.ACTIVE;
                case "PAUSED" -> WebhookState.PAUSED;
                default -> {
                    wrong.add(Fault.form("/state", body.get("state"), "ACTIVE or PAUSED"));
                    yield null;
                }
            };
        }
        return new WebhookChange(url(body, wrong), description(body, wrong), types(body, wrong), state, null, wrong);
    }

    private static boolean isObject(JsonNode body, Set<String> known, List<Violation> wrong) {
        if (!body.isObject()) {
            wrong.add(Fault.form("", body, "an object"));
            return false;
        }
        Fault.unknown(body, "", known, wrong);
        return true;
    }

    /** Its form only; whether it may be sent to is the door's to say. */
    private static @Nullable String url(JsonNode body, List<Violation> wrong) {
        JsonNode url = body.path("url");
        if (url.isMissingNode()) {
            return null;
        }
        if (!url.isTextual()
                || url.asText().length() > LONGEST_URL
                || url.asText().contains("#")) {
            wrong.add(Fault.form(
                    "/url", url, "an https address without a fragment, up to " + LONGEST_URL + " characters"));
        }
        return url.asText();
    }

    private static @Nullable String description(JsonNode body, List<Violation> wrong) {
        JsonNode text = body.path("description");
        if (text.isMissingNode()) {
            return null;
        }
        if (!text.isTextual()
                || text.asText().length() > LONGEST_DESCRIPTION
                || text.asText().indexOf('\0') >= 0) {
            wrong.add(Fault.form("/description", text, "up to " + LONGEST_DESCRIPTION + " characters"));
        }
        return text.asText();
    }

    private static @Nullable List<String> types(JsonNode body, List<Violation> wrong) {
        JsonNode types = body.path("types");
        if (types.isMissingNode()) {
            return null;
        }
        if (!types.isArray() || types.isEmpty() || types.size() > MOST_TYPES) {
            wrong.add(Fault.form("/types", types, "a list of 1 to " + MOST_TYPES + " types"));
            return null;
        }
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            JsonNode type = types.get(i);
            if (!type.isTextual() || !EventTypes.canBeChosen(type.asText())) {
                wrong.add(Fault.form("/types/" + i, type, "one of " + EventTypes.known() + ", '<group>.*' or '*'"));
            }
            chosen.add(type.asText());
        }
        return chosen.stream().distinct().sorted().toList();
    }
}
