package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.Charge;
import dev.callsheet.chaos.check.Snapshot.Note;
import dev.callsheet.chaos.check.Snapshot.PurseRow;
import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.SlotRow;
import dev.callsheet.chaos.check.Snapshot.StepRow;
import dev.callsheet.chaos.check.Snapshot.StoredObject;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every violation, as something that spoils books that are right. */
final class Planted {
    private static final RequestId FINISHED = Books.FINISHED;
    private static final TakeId TAKE = Books.take(FINISHED);
    private static final String CLIP = Books.folder(FINISHED) + "clip.mp4";
    private static final String MANIFEST = Books.folder(FINISHED) + "manifest.json";

    private Planted() {}

    private static Arguments plant(Kind kind, String what, Consumer<Books> spoil) {
        return Arguments.of(kind, what, spoil);
    }

    static Stream<Arguments> all() {
        return Stream.of(requests(), facts(), bill(), ledger(), clips(), leftovers())
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> requests() {
        return Stream.of(
                plant(
                        Kind.REQUEST_LOST,
                        "sent and unknown",
                        books -> books.asked.add(new RequestId(java.util.UUID.randomUUID()).value())),
                plant(Kind.REQUEST_NOT_FINAL, "open for ever", books -> {
                    RequestId id = RequestId.ofKey(Books.TENANT, "open");
                    books.asked.add(id.value());
                    books.requests.add(new RequestRow(id.value(), "acme", null, "open"));
                    books.takes.add(new TakeRow(Books.take(id).value(), id.value(), 1, "queued"));
                    books.steps(Books.take(id), "queued");
                    books.tell(Books.queued(id, Books.take(id)));
                }),
                plant(Kind.REQUEST_UNKNOWN, "never sent", books -> books.asked.remove(FINISHED.value())),
                plant(Kind.REQUEST_DOUBLED, "a second take", books -> {
                    TakeId second = TakeId.of(Books.CANCELLED, 2);
                    books.takes.add(new TakeRow(second.value(), Books.CANCELLED.value(), 2, "cancelled"));
                    books.steps(second, "queued", "cancelled");
                    books.facts.add(
                            indexOf(books, Fact.RequestCancelled.class, Books.CANCELLED),
                            Books.told(Books.queued(Books.CANCELLED, second)));
                    books.facts.add(
                            indexOf(books, Fact.RequestCancelled.class, Books.CANCELLED),
                            Books.told(new Fact.TakeCancelled(Books.CANCELLED, second, Books.TENANT, 0, null)));
                }));
    }

    private static Stream<Arguments> facts() {
        return Stream.of(
                plant(
                        Kind.FINAL_FACT_MISSING,
                        "untold end",
                        books -> books.untell(FINISHED, Fact.RequestCompleted.class)),
                plant(
                        Kind.FINAL_FACT_TWICE,
                        "completed and failed",
                        books -> books.tell(
                                new Fact.RequestFailed(FINISHED, Books.TENANT, "deadline", "late", Books.PRICE, 0L))),
                plant(Kind.FINAL_FACT_DIFFERS, "told as cancelled", books -> {
                    books.untell(Books.FAILED, Fact.RequestFailed.class);
                    books.tell(new Fact.RequestCancelled(Books.FAILED, Books.TENANT, 0));
                }),
                plant(Kind.FACT_MISSING, "a finish untold", books -> books.untell(FINISHED, Fact.TakeFinished.class)),
                plant(
                        Kind.FACT_MISSING,
                        "a failure untold",
                        books -> books.untell(Books.FAILED, Fact.TakeFailed.class)),
                plant(
                        Kind.FACT_MISSING,
                        "a job untold",
                        books -> books.facts.removeIf(told -> told.fact()
                                        instanceof Fact.TakeRendering(var _, var _, var _, var job, var _, var _, var _)
                                && job.equals("job-1"))),
                plant(
                        Kind.FACT_OUT_OF_ORDER,
                        "rendering before queued",
                        books -> swap(books, Fact.TakeQueued.class, Fact.TakeRendering.class, Books.FAILED)),
                plant(
                        Kind.FACT_OUT_OF_ORDER,
                        "the take's end after the request's",
                        books -> swap(books, Fact.TakeCancelled.class, Fact.RequestCancelled.class, Books.CANCELLED)),
                plant(Kind.FACT_OUT_OF_ORDER, "a late take after a failure with no money open", books -> {
                    int at = indexOf(books, Fact.RequestFailed.class, Books.LATE);
                    books.facts.set(
                            at,
                            Books.told(new Fact.RequestFailed(
                                    Books.LATE, Books.TENANT, "deadline", "too late", Books.PRICE, 0L)));
                }),
                plant(
                        Kind.FACT_OUT_OF_ORDER,
                        "two partitions",
                        books -> Books.change(
                                books.facts,
                                told -> told.fact() instanceof Fact.TakeFinished done
                                        && done.requestId().equals(FINISHED),
                                told -> new Snapshot.Told(told.partition() + 1, told.event(), told.fact()))),
                plant(Kind.STEP_OUT_OF_ORDER, "finished without a fetch", books -> {
                    books.steps.removeIf(
                            step -> step.take().equals(Books.take(Books.LATE).value())
                                    && step.state().equals("fetching"));
                    Books.change(
                            books.steps,
                            step -> step.take().equals(Books.take(Books.LATE).value())
                                    && step.state().equals("finished"),
                            step -> new StepRow(step.take(), 4, "finished", ""));
                }),
                plant(
                        Kind.STEP_OUT_OF_ORDER,
                        "a change left out",
                        books -> Books.change(
                                books.steps,
                                step -> step.take().equals(TAKE.value()) && step.step() == 8,
                                step -> new StepRow(step.take(), 9, step.state(), ""))),
                plant(
                        Kind.STEP_OUT_OF_ORDER,
                        "the last change is not the state",
                        books -> books.steps.removeIf(step ->
                                step.take().equals(TAKE.value()) && step.state().equals("finished"))));
    }

    private static Stream<Arguments> bill() {
        return Stream.of(
                plant(
                        Kind.PAID_TWICE,
                        "both jobs of a take",
                        books -> books.charges.add(new Charge("job-1", Books.PRICE, "2 s 720P"))),
                plant(
                        Kind.PAID_TWICE,
                        "one job two times",
                        books -> books.charges.add(new Charge("job-2", Books.PRICE, "2 s 720P"))),
                plant(
                        Kind.PAID_UNKNOWN,
                        "nobody's job",
                        books -> books.charges.add(new Charge("job-9", Books.PRICE, "2 s 720P"))),
                plant(
                        Kind.PAID_NOT_SETTLED,
                        "a failed take was charged",
                        books -> books.charges.add(new Charge("job-3", Books.PRICE, "2 s 720P"))),
                plant(
                        Kind.SETTLED_NOT_PAID,
                        "settled for nothing",
                        books -> books.charges.removeIf(
                                charge -> charge.providerId().equals("job-2"))),
                plant(
                        Kind.AMOUNT_DIFFERS,
                        "a micro more",
                        books -> Books.change(
                                books.charges,
                                charge -> charge.providerId().equals("job-2"),
                                charge -> new Charge("job-2", charge.micros() + 1, ""))),
                plant(
                        Kind.TOLD_AMOUNT_DIFFERS,
                        "a fact tells less",
                        books -> books.facts.set(
                                indexOf(books, Fact.RequestCompleted.class, FINISHED),
                                Books.told(new Fact.RequestCompleted(
                                        FINISHED, TAKE, Books.TENANT, Books.clip(FINISHED, TAKE), null, 1, 0)))));
    }

    private static Stream<Arguments> ledger() {
        return Stream.of(
                plant(
                        Kind.SETTLED_TWICE,
                        "a second line of nothing",
                        books -> books.ledger.add(Books.line(TAKE, "settled", 0))),
                plant(Kind.COMMITTED_TWICE, "two commitments open", books -> {
                    books.ledger.removeIf(line -> line.take().equals(TAKE.value()));
                    books.ledger(TAKE, "quoted", "committed", "committed", "released", "settled");
                }),
                plant(Kind.LEDGER_UNBALANCED, "never released", books -> {
                    books.ledger.removeIf(
                            line -> line.take().equals(Books.take(Books.FAILED).value())
                                    && line.kind().equals("released"));
                    purses(books, Books.PRICE, 2 * Books.PRICE);
                }),
                plant(
                        Kind.PURSE_DIFFERS,
                        "the tenant's purse",
                        books -> Books.change(
                                books.purses,
                                purse -> purse.campaign().isEmpty(),
                                purse -> new PurseRow("acme", "", 0, Books.PRICE))),
                plant(
                        Kind.PURSE_DIFFERS,
                        "the campaign's purse",
                        books -> Books.change(
                                books.purses,
                                purse -> !purse.campaign().isEmpty(),
                                purse -> new PurseRow("acme", Books.CAMPAIGN, 1, 2 * Books.PRICE))),
                plant(
                        Kind.PURSE_DIFFERS,
                        "no purse",
                        books ->
                                books.purses.removeIf(purse -> !purse.campaign().isEmpty())));
    }

    private static Stream<Arguments> clips() {
        return Stream.of(
                plant(Kind.CLIP_MISSING, "no object", books -> books.objects.remove(CLIP)),
                plant(
                        Kind.CLIP_DIFFERS,
                        "other bytes",
                        books -> books.objects.put(CLIP, new StoredObject(1234, "other", "made by job-2", null))),
                plant(
                        Kind.CLIP_DIFFERS,
                        "half of it",
                        books -> books.objects.put(CLIP, new StoredObject(617, "hash-" + TAKE, "made by job-2", null))),
                plant(Kind.CLIP_DIFFERS, "not what the provider made", books -> books.rendered.put("job-2", "other")),
                plant(Kind.MANIFEST_MISSING, "no object", books -> books.objects.remove(MANIFEST)),
                plant(
                        Kind.MANIFEST_DIFFERS,
                        "no manifest",
                        books -> books.objects.put(MANIFEST, new StoredObject(99, "note", null))),
                plant(
                        Kind.MANIFEST_DIFFERS,
                        "another's job",
                        books -> books.objects.put(
                                MANIFEST,
                                new StoredObject(
                                        99,
                                        "note",
                                        new Note(TAKE.value(), "hash-" + TAKE, 1234, "job-4", Books.PRICE)))),
                plant(
                        Kind.OBJECT_ORPHAN,
                        "the clip of a failed take",
                        books -> books.objects.put(
                                Books.folder(Books.FAILED) + "clip.mp4", new StoredObject(1, "clip", null))),
                plant(
                        Kind.OBJECT_ORPHAN,
                        "an object nowhere",
                        books -> books.objects.put("tenant/acme/other", new StoredObject(1, "other", null))));
    }

    private static Stream<Arguments> leftovers() {
        return Stream.of(
                plant(
                        Kind.SLOT_HELD,
                        "by a finished take",
                        books -> books.slots.add(new SlotRow("wan2.7-i2v", 2, TAKE.value()))),
                plant(Kind.OUTBOX_LEFT, "one message", books -> books.outbox = 1));
    }

    private static void purses(Books books, long committed, long settled) {
        books.purses.replaceAll(purse -> new PurseRow(purse.tenant(), purse.campaign(), committed, settled));
    }

    private static int indexOf(Books books, Class<? extends Fact> kind, RequestId request) {
        for (int i = 0; i < books.facts.size(); i++) {
            Fact fact = books.facts.get(i).fact();
            if (kind.isInstance(fact) && fact.aggregate().equals(request.value())) {
                return i;
            }
        }
        throw new IllegalStateException("no " + kind);
    }

    private static void swap(Books books, Class<? extends Fact> one, Class<? extends Fact> other, RequestId request) {
        Collections.swap(books.facts, indexOf(books, one, request), indexOf(books, other, request));
    }
}
