package dev.callsheet.chaos.check;

import dev.callsheet.contracts.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a run: what was asked for, the facts topic, the worker's tables, the object store and the provider's
 * own books. Money in micros of US dollars.
 *
 * @param asked every request that was sent, however often
 * @param facts each partition in its order
 * @param objects by key
 * @param outbox how many messages have not left
 * @param charges what the provider charged
 * @param rendered the SHA-256 of each clip as the provider made it, by its job
 */
public record Snapshot(
        Set<UUID> asked,
        List<Told> facts,
        List<RequestRow> requests,
        List<TakeRow> takes,
        List<StepRow> steps,
        List<LedgerRow> ledger,
        List<PurseRow> purses,
        List<SlotRow> slots,
        List<JobRow> jobs,
        int outbox,
        Map<String, StoredObject> objects,
        List<Charge> charges,
        Map<String, String> rendered) {
    public Snapshot {
        asked = Set.copyOf(asked);
        facts = List.copyOf(facts);
        requests = List.copyOf(requests);
        takes = List.copyOf(takes);
        steps = List.copyOf(steps);
        ledger = List.copyOf(ledger);
        purses = List.copyOf(purses);
        slots = List.copyOf(slots);
        jobs = List.copyOf(jobs);
        objects = Map.copyOf(objects);
        charges = List.copyOf(charges);
        rendered = Map.copyOf(rendered);
    }

    /** A record of the facts topic. @param event the CloudEvent's id: a repeat has the same */
    public record Told(int partition, String event, Fact fact) {}

    /** @param maxTakes how many takes it may cost */
    public record RequestRow(
            UUID id, String tenant, @Nullable String campaign, String state, int maxTakes) {
        public RequestRow(UUID id, String tenant, @Nullable String campaign, String state) {
            this(id, tenant, campaign, state, 1);
        }
    }

    public record TakeRow(UUID id, UUID request, int attempt, String state) {}

    /** A change of a take, first to last. */
    public record StepRow(UUID take, int step, String state, String cause) {}

    /** A line of the ledger, first to last. */
    public record LedgerRow(
            UUID take, String tenant, @Nullable String campaign, String kind, long micros) {}

    /** @param campaign empty for all of the tenant */
    public record PurseRow(String tenant, String campaign, long committed, long settled) {}

    public record SlotRow(
            String model, int number, @Nullable UUID take) {}

    /** A provider's job and whose it is. */
    public record JobRow(String providerId, UUID take) {}

    /**
     * @param unmarkedSha256 of a clip without the mark at its end: of what the provider made
     * @param manifest what it says, if it is one
     */
    public record StoredObject(
            long bytes,
            String sha256,
            String unmarkedSha256,
            @Nullable Note manifest) {
        public StoredObject(long bytes, String sha256, @Nullable Note manifest) {
            this(bytes, sha256, sha256, manifest);
        }
    }

    /** What a manifest says of its clip. */
    public record Note(UUID take, String clipSha256, long clipBytes, String providerId, long costMicros) {}

    /** @param about what the provider was asked for, for people */
    public record Charge(String providerId, long micros, String about) {}
}
