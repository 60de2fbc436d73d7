package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.Charge;
import dev.callsheet.chaos.check.Snapshot.JobRow;
import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Snapshot.Note;
import dev.callsheet.chaos.check.Snapshot.PurseRow;
import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.SlotRow;
import dev.callsheet.chaos.check.Snapshot.StepRow;
import dev.callsheet.chaos.check.Snapshot.StoredObject;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A small run that has kept its promise: one request finished after a lost answer and a throttled job, one failed at the
 * provider, one cancelled in the queue, one failed by its deadline and its clip came later. All lists may be spoilt.
 */
final class Books {
    static final TenantId TENANT = new TenantId("acme");
    static final String CAMPAIGN = "spring";
    static final long PRICE = 200_000;

    static final RequestId FINISHED = request("finished");
    static final RequestId FAILED = request("failed");
    static final RequestId CANCELLED = request("cancelled");
    static final RequestId LATE = request("late");

    final Set<UUID> asked = new HashSet<>();
    final List<Told> facts = new ArrayList<>();
    final List<RequestRow> requests = new ArrayList<>();
    final List<TakeRow> takes = new ArrayList<>();
    final List<StepRow> steps = new ArrayList<>();
    final List<LedgerRow> ledger = new ArrayList<>();
    final List<PurseRow> purses = new ArrayList<>();
    final List<SlotRow> slots = new ArrayList<>();
    final List<JobRow> jobs = new ArrayList<>();
    final Map<String, StoredObject> objects = new HashMap<>();
    final List<Charge> charges = new ArrayList<>();
    final Map<String, String> rendered = new HashMap<>();
    int outbox;

    Books() {
        finished();
        failed();
        cancelled();
        late();
        purses.add(new PurseRow("acme", "", 0, 2 * PRICE));
        purses.add(new PurseRow("acme", CAMPAIGN, 0, 2 * PRICE));
        slots.add(new SlotRow("wan2.7-i2v", 1, null));
        objects.put("tenant/acme/media/first-frame.png", new StoredObject(9, "frame", null));
        // The relay died between the ack and the delete.
        facts.add(facts.getLast());
    }

    Snapshot snapshot() {
        return new Snapshot(
                asked, facts, requests, takes, steps, ledger, purses, slots, jobs, outbox, objects, charges, rendered);
    }

    private void finished() {
        TakeId take = open(FINISHED, "completed", "finished");
        steps(take, "queued", "submitting", "unsure", "rendering", "queued", "submitting", "rendering");
        steps(take, "fetching", "finished");
        ledger(take, "quoted", "committed", "released", "committed", "settled");
        jobs.add(new JobRow("job-1", take.value()));
        jobs.add(new JobRow("job-2", take.value()));
        charges.add(new Charge("job-2", PRICE, "2 s 720P"));
        tell(
                queued(FINISHED, take),
                new Fact.TakeUnsure(FINISHED, take, TENANT, "cut", 2),
                rendering(FINISHED, take, "job-1"),
                new Fact.TakeRequeued(FINISHED, take, TENANT, "rate limit", 4),
                rendering(FINISHED, take, "job-2"),
                done(FINISHED, take),
                new Fact.RequestCompleted(FINISHED, take, TENANT, clip(FINISHED, take), null, 1, PRICE));
        store(FINISHED, take, "job-2");
    }

    private void failed() {
        TakeId take = open(FAILED, "failed", "failed");
        steps(take, "queued", "submitting", "rendering", "failed");
        ledger(take, "quoted", "committed", "released");
        jobs.add(new JobRow("job-3", take.value()));
        tell(
                queued(FAILED, take),
                rendering(FAILED, take, "job-3"),
                new Fact.TakeFailed(FAILED, take, TENANT, "provider.failed", "no", true, 0L),
                new Fact.RequestFailed(FAILED, TENANT, "provider.failed", "no", 0, 0L));
    }

    private void cancelled() {
        TakeId take = open(CANCELLED, "cancelled", "cancelled");
        steps(take, "queued", "cancelled");
        ledger(take, "quoted");
        tell(
                queued(CANCELLED, take),
                new Fact.TakeCancelled(CANCELLED, take, TENANT, 0, null),
                new Fact.RequestCancelled(CANCELLED, TENANT, 0));
    }

    private void late() {
        TakeId take = open(LATE, "failed", "finished");
        steps(take, "queued", "submitting", "rendering", "wedged", "fetching", "finished");
        ledger(take, "quoted", "committed", "settled");
        jobs.add(new JobRow("job-4", take.value()));
        charges.add(new Charge("job-4", PRICE, "2 s 720P"));
        tell(
                queued(LATE, take),
                rendering(LATE, take, "job-4"),
                new Fact.TakeWedged(LATE, take, TENANT, 1000, 3),
                new Fact.RequestFailed(LATE, TENANT, "deadline", "too late", 0, PRICE),
                done(LATE, take));
        store(LATE, take, "job-4");
    }

    private TakeId open(RequestId request, String requestState, String takeState) {
        TakeId take = take(request);
        asked.add(request.value());
        requests.add(new RequestRow(request.value(), "acme", CAMPAIGN, requestState));
        takes.add(new TakeRow(take.value(), request.value(), 1, takeState));
        return take;
    }

    static TakeId take(RequestId request) {
        return TakeId.of(request, 1);
    }

    static String folder(RequestId request) {
        return "tenant/acme/request/" + request + "/take/" + take(request) + "/";
    }

    void steps(TakeId take, String... states) {
        int number = (int)
                steps.stream().filter(step -> step.take().equals(take.value())).count();
        for (String state : states) {
            steps.add(new StepRow(take.value(), number++, state, "because"));
        }
    }

    void ledger(TakeId take, String... kinds) {
        for (String kind : kinds) {
            ledger.add(line(take, kind, PRICE));
        }
    }

    static LedgerRow line(TakeId take, String kind, long micros) {
        return new LedgerRow(take.value(), "acme", CAMPAIGN, kind, micros);
    }

    void tell(Fact... told) {
        for (Fact fact : told) {
            facts.add(told(fact));
        }
    }

    static Told told(Fact fact) {
        CloudEvent event = fact.event("callsheet/i2v-worker", Instant.EPOCH);
        return new Told(fact.aggregate().hashCode() & 3, event.id(), fact);
    }

    static Fact queued(RequestId request, TakeId take) {
        return new Fact.TakeQueued(request, take, TENANT, 1, "wan2.7-i2v", PRICE);
    }

    static Fact rendering(RequestId request, TakeId take, String job) {
        return new Fact.TakeRendering(request, take, TENANT, job, PRICE, 10);
    }

    static Fact done(RequestId request, TakeId take) {
        return new Fact.TakeFinished(
                request, take, TENANT, 1, "wan2.7-i2v", clip(request, take), PRICE, 10, 20, List.of());
    }

    static Fact.Clip clip(RequestId request, TakeId take) {
        return new Fact.Clip("s3://callsheet/" + folder(request) + "clip.mp4", 1234, 2, 1280, 720, "hash-" + take);
    }

    private void store(RequestId request, TakeId take, String job) {
        Fact.Clip clip = clip(request, take);
        objects.put(
                folder(request) + "clip.mp4", new StoredObject(clip.bytes(), clip.sha256(), "made by " + job, null));
        rendered.put(job, "made by " + job);
        Note note = new Note(take.value(), clip.sha256(), clip.bytes(), job, PRICE);
        objects.put(folder(request) + "manifest.json", new StoredObject(99, "note", note));
    }

    /** Replaces each row that fits. */
    static <T> void change(List<T> rows, Predicate<T> which, UnaryOperator<T> how) {
        rows.replaceAll(row -> which.test(row) ? how.apply(row) : row);
    }

    /** Takes away all records of one kind of fact about a request. */
    void untell(RequestId request, Class<? extends Fact> kind) {
        facts.removeIf(
                told -> kind.isInstance(told.fact()) && told.fact().aggregate().equals(request.value()));
    }

    private static RequestId request(String name) {
        return RequestId.ofKey(TENANT, name);
    }
}
