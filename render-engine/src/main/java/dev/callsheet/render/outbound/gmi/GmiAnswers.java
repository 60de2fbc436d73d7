package dev.callsheet.render.outbound.gmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.JobStatus;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.SubmitAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the queue says, defensively: fields wander, bodies are not always JSON, words are added. Pure. */
final class GmiAnswers {
    private static final int MOST_TEXT = 300;
    /** Lenient, and without the bounds of our own events: a list of jobs may be long. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GmiAnswers() {}

    /** The JSON of a body; a missing node for anything else. */
    static JsonNode json(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** What an answer to a submit means for the money. @param retryAfter the header's text */
    static SubmitAnswer submit(int status, JsonNode body, @Nullable String retryAfter) {
        String said = status + ": " + error(body).orElse("no reason given");
        if (status >= 200 && status < 300) {
            return id(body).<SubmitAnswer>map(SubmitAnswer.Accepted::new)
                    .orElse(new SubmitAnswer.Ambiguous("answer " + status + " without a request id"));
        }
        return switch (status) {
            case 401, 402, 403 -> new SubmitAnswer.Closed(said);
            case 429, 503 -> new SubmitAnswer.PutOff(said, seconds(retryAfter));
            case 500 -> wrapped(said);
            default ->
                status >= 400 && status < 500
                        ? new SubmitAnswer.Refused("provider.refused", said)
                        : new SubmitAnswer.Ambiguous("answer " + said);
        };
    }

    /** A 500 may wrap the model's own refusal, "Backend error (400)": then nothing was taken. */
    private static SubmitAnswer wrapped(String said) {
        if (said.contains("(429)")) {
            return new SubmitAnswer.PutOff(said, null);
        }
        return said.matches("(?s).*\\(4\\d\\d\\).*")
                ? new SubmitAnswer.Refused("provider.refused", said)
                : new SubmitAnswer.Ambiguous("answer " + said);
    }

    private static Optional<String> id(JsonNode body) {
        return text(body, "request_id").or(() -> text(body, "id"));
    }

    /** One job. */
    static Job job(JsonNode body) {
        long created = body.path("created_at").asLong(0);
        long updated = Math.max(created, body.path("updated_at").asLong(0));
        return new Job(
                id(body).orElse(""),
                status(body),
                Marker.of(body.path("payload")),
                Instant.ofEpochSecond(created),
                Instant.ofEpochSecond(updated));
    }

    /** The jobs of a list, under either form that clients have seen. */
    static List<Job> jobs(JsonNode body) {
        JsonNode list = body.isArray() ? body : body.path("requests");
        List<Job> jobs = new ArrayList<>();
        list.forEach(entry -> jobs.add(job(entry)));
        return jobs;
    }

    private static JobStatus status(JsonNode body) {
        String word = body.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "success" ->
                medium(body.path("outcome"))
                        .<JobStatus>map(JobStatus.Succeeded::new)
                        .orElse(new JobStatus.WithoutMedium());
            case "failed" -> new JobStatus.Failed(reason(body));
            case "cancelled" -> new JobStatus.Stopped();
            default -> new JobStatus.Running(word);
        };
    }

    /** The clip's address, in the order of the shapes that occur; last a picture's field that names a film. */
    private static Optional<String> medium(JsonNode outcome) {
        return text(outcome.path("media_urls").path(0), "url")
                .or(() -> text(outcome, "video_url"))
                .or(() -> text(outcome, "thumbnail_image_url").filter(url -> url.contains(".mp4")))
                .filter(url -> url.startsWith("http"));
    }

    private static String reason(JsonNode body) {
        return text(body.path("outcome"), "error")
                .or(() -> error(body))
                .or(() -> text(body, "reason"))
                .or(() -> text(body.path("outcome"), "message"))
                .or(() -> text(body.path("outcome"), "reason"))
                .orElse("the provider gives no reason");
    }

    /** The text of an error body: a field or an object that holds one. */
    static Optional<String> error(JsonNode body) {
        for (String field : List.of("error", "message", "detail")) {
            JsonNode found = body.path(field);
            Optional<String> text =
                    found.isObject() ? text(found, "message").or(() -> text(found, "detail")) : text(body, field);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode found = node.path(field);
        String text = found.isTextual() ? found.asText().strip() : "";
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        text.length() <= MOST_TEXT || text.startsWith("http") ? text : text.substring(0, MOST_TEXT));
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.strip().matches("\\d{1,5}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                : null;
    }
}
