package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The first check of the queue: the bearer key. */
public class KeyCheck {

    private final byte[] expected;

    KeyCheck(TwinSettings settings) {
        this.expected = ("Bearer " + settings.gmi().key()).getBytes(StandardCharsets.UTF_8);
    }

    /** Stops requests to the queue that carry no or another key. */
    @ServerRequestFilter
    public Optional<Response> check(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(RequestsResource.BASE + "/")) {
            return Optional.empty();
        }
        var sent = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(Response.status(401)
                        .entity(new Wire.Problem("Unauthorized: missing or invalid API key"))
                        .type("application/json")
                        .build());
    }
}
