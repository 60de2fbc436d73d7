package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.util.Map;
import java.util.Optional;

/** The REST door: requests and what became of them. */
public final class FrontDesk {
    private final Web web;
    private final Ports ports;

    public FrontDesk(Web web, Ports ports) {
        this.web = web;
        this.ports = ports;
    }

    /** Hands a request in; the same key and body give the same id, so that it may be tried again. */
    public RequestId submit(String idempotencyKey, byte[] request) {
        JsonNode accepted = Patience.ask(() -> web.post(
                        ports.url(Place.REQUEST_API) + "/v1/requests",
                        request,
                        Map.of("Idempotency-Key", idempotencyKey))
                .orThrow("the request was refused"));
        return RequestId.parse(accepted.path("id").asText());
    }

    /** Hands a plan in; the same key and body send nothing twice. @return the desk's answer, row by row */
    public JsonNode submitPlan(String idempotencyKey, byte[] plan) {
        return Patience.ask(() -> web.post(
                        ports.url(Place.REQUEST_API) + "/v1/requests:submitPlan",
                        plan,
                        Map.of("Idempotency-Key", idempotencyKey))
                .orThrow("the plan was refused"));
    }

    /** Hands a batch in; the same key and rows give the same batch. @param type of the body, as {@code text/csv} */
    public JsonNode submitBatch(String idempotencyKey, String type, byte[] rows) {
        return Patience.ask(() -> web.post(
                        ports.url(Place.REQUEST_API) + "/v1/batches",
                        rows,
                        Map.of("Idempotency-Key", idempotencyKey, "Content-Type", type))
                .orThrow("the batch was refused"));
    }

    /** The batch as it stands, counted. */
    public JsonNode batch(String id) {
        return Patience.ask(() ->
                web.get(ports.url(Place.REQUEST_API) + "/v1/batches/" + id).orThrow("batch " + id));
    }

    /** Every row of a batch with what became of it. @param format {@code csv} or {@code json} */
    public byte[] results(String id, String format) {
        return Patience.ask(
                () -> web.file(ports.url(Place.REQUEST_API) + "/v1/batches/" + id + "/results?format=" + format));
    }

    /** Stops what is open of a batch. @param unstoppable {@code keep} or {@code drop} */
    public JsonNode cancelBatch(String id, String unstoppable) {
        return Patience.ask(
                () -> web.delete(ports.url(Place.REQUEST_API) + "/v1/batches/" + id + "?unstoppable=" + unstoppable)
                        .orThrow("the batch's cancel"));
    }

    /** The request as it stands; empty if the desk does not know it (yet). */
    public Optional<JsonNode> find(RequestId id) {
        Web.Answer answer = web.get(ports.url(Place.REQUEST_API) + "/v1/requests/" + id);
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.orThrow("request " + id));
    }

    /** The session with its turns; empty if there is none of that id. */
    public Optional<JsonNode> session(String id) {
        return Patience.ask(() -> {
            Web.Answer answer = web.get(ports.url(Place.AVATAR_SESSION_SERVICE) + "/v1/sessions/" + id);
            return answer.status() == 404 ? Optional.empty() : Optional.of(answer.orThrow("session " + id));
        });
    }

    /** Stops a session's meter. */
    public void endSession(String id) {
        Patience.ask(() -> web.delete(ports.url(Place.AVATAR_SESSION_SERVICE) + "/v1/sessions/" + id)
                .orThrow("the session's end"));
    }

    /** What a worker's own ledger says was spent on a request, in micros of US dollars. */
    public long settledMicros(String route, RequestId id) {
        Place worker = route.equals("i2v") ? Place.I2V_WORKER : Place.R2V_WORKER;
        return Patience.ask(() -> web.as(House.OPERATOR_KEY)
                        .get(ports.url(worker) + "/v1/ledger?requestId=" + id)
                        .orThrow("the ledger of " + id))
                .path("settledMicros")
                .asLong();
    }

    /** What the provider has charged for one of its jobs or sessions, in micros of US dollars. */
    public long chargedMicros(String providerId) {
        long sum = 0;
        String address = ports.url(Place.PROVIDER_TWIN) + "/twin/journal?id=" + providerId;
        for (JsonNode entry : Patience.ask(() -> web.get(address).orThrow("the provider's journal"))) {
            sum += entry.path("micros").asLong();
        }
        return sum;
    }

    /** What was done for a request, as bars with their times: {@code GET /v1/requests/<id>/trace}. */
    public JsonNode waterfall(RequestId id) {
        return Patience.ask(() -> web.get(ports.url(Place.REQUEST_API) + "/v1/requests/" + id + "/trace")
                .orThrow("the trace of " + id));
    }

    /** The spans of a trace, as far as they have arrived. */
    public JsonNode trace(String traceId) {
        return Patience.ask(
                () -> web.get(ports.url(Place.TRACES) + "/traces/" + traceId).orThrow("trace " + traceId));
    }
}
