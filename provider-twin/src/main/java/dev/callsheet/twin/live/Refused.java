package dev.callsheet.twin.live;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The product's refusals in the two body forms it has: an envelope with a code, and the validation list of its framework. */
final class Refused {
    private Refused() {}

    /** Missing key, wrong key, or the other kind of credential. */
    static WebApplicationException credentials() {
        return envelope(401, 4001, "Invalid authentication credentials");
    }

    static WebApplicationException concurrency() {
        return envelope(403, 4032, "Session concurrency limit reached");
    }

    /** The provider's own form of this refusal is not published. */
    static WebApplicationException credits() {
        return envelope(402, 4000, "Insufficient credits");
    }

    static WebApplicationException unknownSession() {
        return envelope(404, 4004, "Session not found");
    }

    /** What a start names and the account does not have. */
    static WebApplicationException missing(String message) {
        return envelope(400, 4000, message);
    }

    static WebApplicationException unknown(String what) {
        return envelope(404, 4004, what + " not found");
    }

    static WebApplicationException state(String message) {
        return envelope(400, 4000, message);
    }

    static WebApplicationException failure() {
        return envelope(500, 5000, "Internal server error");
    }

    /** 422 with the location of the one field that is wrong. */
    static WebApplicationException field(String type, String field, String message) {
        var detail = Map.of("type", type, "loc", List.of("body", field), "msg", message);
        return answer(422, Map.of("detail", List.of(detail)));
    }

    private static WebApplicationException envelope(int status, int code, String message) {
        return answer(status, new Envelope(code, null, message));
    }

    private static WebApplicationException answer(int status, Object body) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build());
    }
}
