package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.render.domain.Rendered;
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

/**
 * Where a clip comes from, stored beside it. Holds no address at which a stranger could read an input.
 *
 * @param version from 1; one more each time {@link ManifestNotes} adds what was measured or said later
 * @param decision with its route and reasons
 * @param consent null if none was needed
 * @param clip the file as it is stored
 * @param rendered what the provider made: the file's first bytes
 */
record Manifest(
        RequestId requestId,
        TakeId takeId,
        TenantId tenant,
        int attempt,
        int version,
        JsonNode request,
        Decision decision,
        String policyVersion,
        String model,
        long seed,
        String prompt,
        String promptSha256,
        List<Input> inputs,
        VideoRequest.@Nullable Consent consent,
        Fact.Clip clip,
        Rendered rendered,
        AiGenerated aiGenerated,
        long costMicros,
        String providerId,
        @Nullable String traceId,
        Instant queuedAt,
        Instant submittedAt,
        Instant renderedAt) {
    static final String NAME = "manifest.json";

    /** @param sha256 null if the provider read the input itself */
    record Input(String uri, @Nullable String sha256, List<String> repairs) {}

    /**
     * That a machine made it.
     *
     * @param digitalSourceType of the IPTC's vocabulary
     * @param mark the kind of mark in the file; "none" for none
     * @param unmarked why there is none; null if there is one
     */
    record AiGenerated(
            String digitalSourceType, String mark, @Nullable String unmarked) {}

    static Manifest of(RequestFile file, Take take, Fetching fetching, Submission submission, StoredClip stored) {
        return new Manifest(
                file.id(),
                take.id(),
                take.tenant(),
                take.attempt(),
                1,
                file.original(),
                file.decision(),
                file.decision().policyVersion(),
                take.model(),
                submission.payload().path("seed").asLong(),
                prompt(submission),
                promptSha256(submission),
                submission.inputs().stream()
                        .map(input -> new Input(input.uri(), input.sha256(), input.repairs()))
                        .toList(),
                file.request().consent(),
                stored.clip(),
                stored.rendered(),
                new AiGenerated(ProvenanceMark.DIGITAL_SOURCE_TYPE, stored.mark(), stored.unmarked()),
                take.quotedMicros(),
                fetching.render().providerId(),
                take.traceparent() == null ? null : take.traceparent().substring(3, 35),
                take.queuedAt(),
                fetching.render().submittedAt(),
                fetching.endedAt());
    }

    private static String prompt(Submission submission) {
        return submission.payload().path("prompt").asText("");
    }

    /** Of the prompt as it was sent. */
    static String promptSha256(Submission submission) {
        return Json.sha256(prompt(submission).getBytes(StandardCharsets.UTF_8));
    }

    void store(ClipStore store, String key) throws IOException {
        byte[] bytes = Json.write(this);
        store.put(key, "application/json", bytes.length, new ByteArrayInputStream(bytes));
    }
}
