package dev.callsheet.render.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers to operators: what was asked for, or a problem document. */
final class OperatorAnswers {
    private OperatorAnswers() {}

    /** What is asked of the tables or the store. */
    @FunctionalInterface
    interface Question {
        Object answer() throws SQLException, IOException;
    }

    /** Something of the question is not what it must be. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Wrong(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }
    }

    static Response of(Question question) {
        try {
            Object answer = question.answer();
            return answer instanceof Response ready
                    ? ready
                    : Response.ok(Json.write(answer), MediaType.APPLICATION_JSON)
                            .build();
        } catch (Wrong e) {
            return problem(e.problem);
        } catch (SQLException e) {
            return problem(Problem.of(503, "store.away", "Try again later", "the tables cannot be read at the moment"));
        } catch (IOException e) {
            return problem(Problem.of(503, "store.away", "Try again later", "the object store does not answer"));
        }
    }

    static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Json.write(problem))
                .build();
    }

    static RequestId requestId(@Nullable String text) {
        try {
            return RequestId.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new Wrong(Problem.of(
                    400, "request.id", "Not a request id", "requestId: found '" + text + "'; expected a UUID"));
        }
    }

    static TenantId tenant(String text) {
        try {
            return new TenantId(text);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name + ": found '" + text + "'; expected a time as 2026-01-31T00:00:00Z");
        }
    }

    static JsonNode body(byte[] body) {
        try {
            JsonNode node = Json.read(body);
            if (node.isObject()) {
                return node;
            }
        } catch (UnreadableEvent e) {
            throw wrong("body: " + e.getMessage());
        }
        throw wrong("body: expected a JSON object");
    }

    /** A text of the body; null if it is not there. */
    static @Nullable String text(JsonNode body, String name) {
        JsonNode found = body.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return null;
        }
        if (!found.isTextual() || found.asText().isBlank() || found.asText().length() > 200) {
            throw wrong(name + ": found " + found + "; expected a text of 1 to 200 characters");
        }
        return found.asText().strip();
    }

    static int limit(@Nullable Integer wanted, int most) {
        int limit = wanted == null ? 100 : wanted;
        if (limit < 1 || limit > most) {
            throw wrong("limit: found " + limit + "; allowed are 1 to " + most);
        }
        return limit;
    }

    static Wrong wrong(String detail) {
        return new Wrong(Problem.of(400, "operator.invalid", "The question is not understood", detail));
    }
}
