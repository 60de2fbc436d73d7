package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.outbound.Submissions.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a clip comes from, stored beside it. Holds no address at which a stranger could read an input. */
record Manifest(
        RequestId requestId,
        TakeId takeId,
        TenantId tenant,
        int attempt,
        JsonNode request,
        Decision decision,
        String policyVersion,
        String model,
        long seed,
        String prompt,
        String promptSha256,
        List<Input> inputs,
        Fact.Clip clip,
        long costMicros,
        String providerId,
        @Nullable String traceId,
        Instant queuedAt,
        Instant submittedAt,
        Instant renderedAt) {

    /** @param sha256 null if the provider read the input itself */
    record Input(String uri, @Nullable String sha256, List<String> repairs) {}

    static Manifest of(RequestFile file, Take take, Fetching fetching, Submission submission, Fact.Clip clip) {
        String prompt = submission.payload().path("prompt").asText("");
        return new Manifest(
                file.id(),
                take.id(),
                take.tenant(),
                take.attempt(),
                file.original(),
                file.decision(),
                file.decision().policyVersion(),
                take.model(),
                submission.payload().path("seed").asLong(),
                prompt,
                Json.sha256(prompt.getBytes(StandardCharsets.UTF_8)),
                submission.inputs().stream()
                        .map(input -> new Input(input.uri(), input.sha256(), input.repairs()))
                        .toList(),
                clip,
                take.quotedMicros(),
                fetching.render().providerId(),
                take.traceparent() == null ? null : take.traceparent().substring(3, 35),
                take.queuedAt(),
                fetching.render().submittedAt(),
                fetching.endedAt());
    }

    void store(ClipStore store, String key) throws IOException {
        byte[] bytes = Json.write(this);
        store.put(key, "application/json", bytes.length, new ByteArrayInputStream(bytes));
    }
}
