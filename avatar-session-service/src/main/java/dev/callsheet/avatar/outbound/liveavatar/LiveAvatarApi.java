package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.metrics.Calls;
import dev.callsheet.corridor.metrics.Labels;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One call to LiveAvatar and what its answer means. */
@Singleton
class LiveAvatarApi {
    /** Success, whatever the HTTP status; any other code is an error, even with status 200. */
    private static final int OK = 1000;

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final LiveAvatarAccess access;
    private final HttpClient http;
    private final Calls calls;

    @Inject
    LiveAvatarApi(LiveAvatarAccess access, HttpClient http, OpenTelemetry telemetry) {
        this(access, http, Calls.ofProvider(Labels.meter(telemetry), "liveavatar"));
    }

    LiveAvatarApi(LiveAvatarAccess access, HttpClient http, Calls calls) {
        this.access = access;
        this.http = http;
        this.calls = calls;
    }

    /** Posts with the account's key. Returns the envelope's data. */
    JsonNode post(String path, Object body) {
        return call(request(path).header("X-API-KEY", access.key()), body);
    }

    /** Posts with a session's token, which is another kind of credential. */
    JsonNode postAs(String token, String path) {
        return call(request(path).header("Authorization", "Bearer " + token), null);
    }

    JsonNode get(String path) {
        return send(request(path).header("X-API-KEY", access.key()).GET().build());
    }

    void delete(String path) {
        send(request(path).header("X-API-KEY", access.key()).DELETE().build());
    }

    /** All entries of a list, page by page. @param path up to and with its {@code ?} or {@code &} */
    List<JsonNode> pages(String path) {
        var found = new ArrayList<JsonNode>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode results = get(path + "page=" + page + "&page_size=" + PAGE).path("results");
            results.forEach(found::add);
            if (results.size() < PAGE) {
                return found;
            }
        }
        throw new ProviderTrouble.Unclear("LiveAvatar's list has no end");
    }

    /** A field that an answer must have. */
    static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new ProviderTrouble.Unclear("LiveAvatar's answer lacks " + field);
        }
        return value.asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(access.url().resolve(path))
                .timeout(access.timeout())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private JsonNode call(HttpRequest.Builder request, @Nullable Object body) {
        byte[] bytes = body == null ? new byte[0] : Json.write(body);
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes)).build());
    }

    private JsonNode send(HttpRequest request) {
        long began = System.nanoTime();
        String outcome = Calls.AWAY;
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            outcome = Calls.outcome(answer.statusCode());
            return data(answer);
        } catch (ProviderTrouble.Refused e) {
            outcome = Calls.REFUSED;
            throw e;
        } catch (ConnectException e) {
            throw new ProviderTrouble.Unclear("LiveAvatar cannot be reached");
        } catch (IOException e) {
            throw new ProviderTrouble.Unclear("LiveAvatar's answer was lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderTrouble.Unclear("the call to LiveAvatar was interrupted");
        } finally {
            calls.ended(operation(request), outcome, began);
        }
    }

    /** What the call is for, without what it is about. */
    private static String operation(HttpRequest request) {
        String path = request.uri().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return switch (last) {
            case "token" -> "prepare";
            case "start", "stop", "credits", "transcript", "contexts" -> last;
            case "keep-alive" -> "keep_alive";
            case "sessions" -> "list";
            default -> path.contains("/contexts/") ? "contexts" : "read";
        };
    }

    private static JsonNode data(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new ProviderTrouble.Unclear("LiveAvatar answered " + status);
        }
        JsonNode body = body(response.body());
        if (status >= 400 || body.path("code").asInt(OK) != OK) {
            throw new ProviderTrouble.Refused(code(status, body), message(status, body));
        }
        return body.path("data");
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (UnreadableEvent e) {
            throw new ProviderTrouble.Unclear("LiveAvatar answered with something else than JSON");
        }
    }

    private static String code(int status, JsonNode body) {
        String words = body.path("message").asText("").toLowerCase(Locale.ROOT);
        if (body.path("code").asInt() == 4032 || status == 409 || words.contains("concurrency limit")) {
            return "provider.busy";
        }
        return switch (status) {
            case 401 -> "provider.credentials";
            case 402 -> "provider.credits";
            case 404 -> "provider.unknown_session";
            // The form of this refusal is not published.
            default -> words.contains("insufficient credit") ? "provider.credits" : "provider.refused";
        };
    }

    /** The provider's words: a message, or the first entry of a validation list. */
    private static String message(int status, JsonNode body) {
        JsonNode first = body.path("detail").path(0);
        if (first.isObject()) {
            return first.path("loc").path(1).asText("body") + ": "
                    + first.path("msg").asText("not valid");
        }
        return body.path("message").asText("LiveAvatar answered " + status);
    }
}
