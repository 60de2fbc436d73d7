package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.VideoRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was told of a request: the request itself, or a fact.
 *
 * @param eventId tells it from all others, for ever
 * @param data JSON, as it was told
 */
public record Told(
        String eventId,
        String type,
        String source,
        Instant at,
        @Nullable String traceId,
        byte[] data) {

    /** Whether this is the request itself. */
    public boolean isRequest() {
        return type.equals(VideoRequest.TYPE);
    }

    /** Whether a partner's own record was this request: not the REST door's, nor the router's for the parts of another. */
    boolean isPartners() {
        return isRequest() && !source.equals(RequestIdentity.REST_SOURCE) && !source.equals("/scenario-router");
    }

    /** Whether nothing is to come after this for its request. */
    boolean endsItsRequest() {
        return fact().map(fact -> switch (fact) {
                    case Fact.RequestCompleted _,
                            Fact.RequestFailed _,
                            Fact.RequestRejected _,
                            Fact.RequestCancelled _,
                            Fact.SessionEnded _ -> true;
                    default -> false;
                })
                .orElse(false);
    }

    /** The fact; empty for the request itself and for a line of our own. */
    public Optional<Fact> fact() {
        return isRequest() || type.equals(Conflict.TYPE)
                ? Optional.empty()
                : Optional.of(FactTypes.read(new CloudEvent(eventId, source, type, null, at, Map.of(), data)));
    }
}
