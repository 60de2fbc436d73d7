package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.LedgerEntry.Kind;
import dev.callsheet.render.domain.TakeState.Cancelled;
import dev.callsheet.render.domain.TakeState.Failed;
import dev.callsheet.render.domain.TakeState.Fetching;
import dev.callsheet.render.domain.TakeState.Finished;
import dev.callsheet.render.domain.TakeState.Queued;
import dev.callsheet.render.domain.TakeState.Render;
import dev.callsheet.render.domain.TakeState.Rendering;
import dev.callsheet.render.domain.TakeState.Submitting;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.domain.TakeState.Wedged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paid attempt at a clip. {@link #next} is the only way on; a signal that is not in the table changes nothing.
 *
 * <pre>
 * from                        signal                        to                  ledger
 * Queued                      Intended                      Submitting          committed
 * Queued                      Cancel                        Cancelled
 * Queued                      NotTaken                      Queued (tries + 1)
 * Submitting, Unsure          Accepted                      Rendering
 * Submitting                  Ambiguous                     Unsure
 * Submitting, Unsure,
 *   Rendering, Wedged         NotTaken                      Queued (tries + 1)  released
 * Queued                      Refused                       Failed
 * Submitting, Rendering,
 *   Wedged                    Refused                       Failed              released
 * Rendering                   Late                          Wedged
 * Rendering, Wedged           Ended                         Fetching
 * Rendering, Wedged           Empty                         Rendering; at the third time Failed, settled
 * Fetching                    Stored                        Finished            settled
 * Fetching                    Unfetched                     Fetching (tries + 1); at the last time Failed, settled
 * </pre>
 *
 * So at most one commitment is open at a time, and at every end settled + released = committed.
 *
 * @param step how many changes it has had
 * @param traceparent the trace it belongs to
 */
public record Take(
        TakeId id,
        RequestId requestId,
        TenantId tenant,
        int attempt,
        String model,
        long quotedMicros,
        Instant queuedAt,
        @Nullable String traceparent,
        int step,
        TakeState state) {
    static final int EMPTY_READS = 3;
    static final int FETCHES = 40;

    /** A first or further attempt, quoted and queued. */
    public static Transition queued(
            RequestId request,
            TenantId tenant,
            int attempt,
            String model,
            long quotedMicros,
            Instant at,
            @Nullable String traceparent) {
        Take take = new Take(
                TakeId.of(request, attempt),
                request,
                tenant,
                attempt,
                model,
                quotedMicros,
                at,
                traceparent,
                0,
                new Queued(0));
        Fact fact = new Fact.TakeQueued(request, take.id, tenant, attempt, model, quotedMicros);
        return new Transition(
                take, List.of(fact), List.of(new LedgerEntry(Kind.QUOTED, quotedMicros)), "attempt " + attempt);
    }

    /** What the signal makes of this take. */
    public Transition next(Signal signal, Instant at) {
        return switch (signal) {
            case Signal.Cancel(var reason) ->
                state instanceof Queued
                        ? to(new Cancelled(), reason, new Fact.TakeCancelled(requestId, id, tenant, 0))
                        : same();
            case Signal.Intended _ ->
                state instanceof Queued(var tries) ? to(new Submitting(at, tries), "intent", Kind.COMMITTED) : same();
            case Signal.Accepted(var providerId) -> accepted(providerId);
            case Signal.NotTaken(var cause) -> notTaken(cause);
            case Signal.Refused(var code, var message, var retryable) -> refused(code, message, retryable);
            case Signal.Ambiguous(var cause) ->
                state instanceof Submitting(var since, var _)
                        ? to(new Unsure(since, at), cause, new Fact.TakeUnsure(requestId, id, tenant, cause))
                        : same();
            case Signal.Late(var cause) ->
                state instanceof Rendering(var render, var _)
                        ? to(new Wedged(render), cause, wedged(render, at))
                        : same();
            case Signal.Ended _ ->
                switch (state) {
                    case Rendering(var render, var _) -> to(new Fetching(render, at, 0), "rendered");
                    case Wedged(var render) -> to(new Fetching(render, at, 0), "rendered late");
                    case Queued _, Submitting _, Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
                };
            case Signal.Empty _ ->
                switch (state) {
                    case Rendering(var render, var reads) -> empty(render, reads + 1);
                    case Wedged(var render) -> empty(render, 1);
                    case Queued _, Submitting _, Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
                };
            case Signal.Stored stored -> state instanceof Fetching fetching ? finished(fetching, stored) : same();
            case Signal.Unfetched(var cause) ->
                state instanceof Fetching fetching ? unfetched(fetching, cause) : same();
        };
    }

    private Transition accepted(String providerId) {
        return switch (state) {
            case Submitting(var since, var _) -> rendering(new Render(providerId, since), "accepted as " + providerId);
            case Unsure(var submittedAt, var _) ->
                rendering(new Render(providerId, submittedAt), "found at the provider as " + providerId);
            case Queued _, Rendering _, Wedged _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition rendering(Render render, String cause) {
        long waited = Duration.between(queuedAt, render.submittedAt()).toMillis();
        Fact fact = new Fact.TakeRendering(requestId, id, tenant, render.providerId(), quotedMicros, waited);
        return to(new Rendering(render, 0), cause, fact);
    }

    private Transition notTaken(String cause) {
        return switch (state) {
            case Queued(var tries) -> to(new Queued(tries + 1), cause);
            case Submitting(var _, var tries) -> to(new Queued(tries + 1), cause, Kind.RELEASED);
            case Unsure _, Rendering _, Wedged _ -> to(new Queued(1), cause, Kind.RELEASED);
            case Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition refused(String code, String message, boolean retryable) {
        Failed failed = new Failed(code, message, retryable, false);
        return switch (state) {
            case Queued _ -> to(failed, code, failedFact(failed));
            case Submitting _, Rendering _, Wedged _ ->
                new Transition(with(failed), List.of(failedFact(failed)), entries(Kind.RELEASED), code);
            case Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition empty(Render render, int reads) {
        return reads < EMPTY_READS
                ? to(new Rendering(render, reads), "success without a clip")
                : lost("provider.no_media", "the provider reports success and names no clip");
    }

    private Transition unfetched(Fetching fetching, String cause) {
        int tries = fetching.tries() + 1;
        return tries < FETCHES
                ? to(new Fetching(fetching.render(), fetching.endedAt(), tries), cause)
                : lost("clip.unfetchable", "the rendered clip could not be fetched: " + cause);
    }

    /** Paid for, and no clip: said as it is. */
    private Transition lost(String code, String message) {
        Failed failed = new Failed(code, message, true, true);
        return new Transition(with(failed), List.of(failedFact(failed)), entries(Kind.SETTLED), code);
    }

    private Transition finished(Fetching fetching, Signal.Stored stored) {
        Instant submittedAt = fetching.render().submittedAt();
        Fact fact = new Fact.TakeFinished(
                requestId,
                id,
                tenant,
                attempt,
                model,
                stored.clip(),
                quotedMicros,
                Duration.between(queuedAt, submittedAt).toMillis(),
                Duration.between(submittedAt, fetching.endedAt()).toMillis(),
                stored.repairs());
        return new Transition(with(new Finished(stored.clip())), List.of(fact), entries(Kind.SETTLED), "clip stored");
    }

    private Fact wedged(Render render, Instant at) {
        return new Fact.TakeWedged(
                requestId,
                id,
                tenant,
                Duration.between(render.submittedAt(), at).toMillis());
    }

    private Fact failedFact(Failed failed) {
        return new Fact.TakeFailed(requestId, id, tenant, failed.code(), failed.message(), failed.retryable());
    }

    private List<LedgerEntry> entries(Kind kind) {
        return List.of(new LedgerEntry(kind, quotedMicros));
    }

    private Transition to(TakeState next, String cause) {
        return new Transition(with(next), List.of(), List.of(), cause);
    }

    private Transition to(TakeState next, String cause, Fact fact) {
        return new Transition(with(next), List.of(fact), List.of(), cause);
    }

    private Transition to(TakeState next, String cause, Kind kind) {
        return new Transition(with(next), List.of(), entries(kind), cause);
    }

    private Transition same() {
        return new Transition(this, List.of(), List.of(), "");
    }

    private Take with(TakeState next) {
        return new Take(id, requestId, tenant, attempt, model, quotedMicros, queuedAt, traceparent, step + 1, next);
    }
}
