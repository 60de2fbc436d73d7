package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
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

    /** The most that it may cost, in micros; without a limit, all the money there is. */
    public long budgetMicros() {
        VideoRequest.Budget budget = request.budget();
        return budget == null ? Long.MAX_VALUE : budget.limitMicros();
    }
}
