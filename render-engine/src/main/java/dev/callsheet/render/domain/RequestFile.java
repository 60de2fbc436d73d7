package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as this service keeps it.
 *
 * @param original as the partner sent it
 * @param traceparent the trace that it came in
 * @param cancelAsked whether the tenant no longer wants it
 */
public record RequestFile(
        RequestId id,
        TenantId tenant,
        JsonNode original,
        VideoRequest request,
        Decision decision,
        @Nullable String traceparent,
        boolean cancelAsked) {

    /** @throws UnreadableEvent if the original is not a request */
    public static RequestFile of(
            RequestId id,
            TenantId tenant,
            JsonNode original,
            Decision decision,
            @Nullable String traceparent,
            boolean cancelAsked) {
        RequestReader.Reading reading = RequestReader.read(original);
        VideoRequest request = reading.request();
        if (request == null) {
            throw new UnreadableEvent("work.request", "the assigned request is not valid: " + reading.violations());
        }
        return new RequestFile(id, tenant, original, request, decision, traceparent, cancelAsked);
    }

    /** Whether the router has promised this repair. @param medium its place in the request, from 0 */
    public boolean promised(Reason repair, int medium) {
        String at = "/media/" + medium;
        return decision.repairs().stream()
                .filter(found -> found.code().equals(repair.name()))
                .anyMatch(found -> found.field().equals(at) || found.field().startsWith(at + "/"));
    }

    /** The addresses of the pictures that are to be changed, so that the provider must not read them there. */
    public Set<String> repairedPictures() {
        return IntStream.range(0, request.media().size())
                .filter(i -> promised(Reason.IMAGE_NEEDS_DOWNSCALE, i) || promised(Reason.ALPHA_FLATTENED, i))
                .mapToObj(i -> request.media().get(i).uri())
                .collect(Collectors.toSet());
    }

    /** After which the result is worthless; null if there is no such time. */
    public @Nullable Instant hardDeadline() {
        VideoRequest.Latency latency = request.latency();
        return latency != null && latency.hard() ? latency.deadline() : null;
    }

    /** When it should be done at the latest; null if nobody says. */
    public @Nullable Instant deadline() {
        VideoRequest.Latency latency = request.latency();
        return latency == null ? null : latency.deadline();
    }

    /** The most that it may cost, in micros; without a limit, all the money there is. */
    public long budgetMicros() {
        VideoRequest.Budget budget = request.budget();
        return budget == null ? Long.MAX_VALUE : budget.limitMicros();
    }
}
