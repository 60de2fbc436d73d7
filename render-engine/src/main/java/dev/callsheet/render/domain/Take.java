package dev.callsheet.render.domain;

import dev.callsheet.contracts.Control.Unstoppable;
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
 * from         signal      to           ledger
 * queued       Cancel      cancelled
 * queued       Intended    submitting   committed
 * queued       NotTaken    queued
 * queued       Refused     failed
 * submitting   Accepted    rendering
 * submitting   NotTaken    queued       released
 * submitting   Refused     failed       released
 * submitting   Ambiguous   unsure
 * unsure       Accepted    rendering
 * unsure       NotTaken    queued       released
 * unsure       Resolved    failed       settled
 * unsure       Resolved    failed       released
 * rendering    NotTaken    queued       released
 * rendering    Refused     failed       released
 * rendering    Late        wedged
 * rendering    Ended       fetching
 * rendering    Empty       rendering
 * rendering    Stopped     cancelled    released
 * rendering    GoesOn      rendering
 * rendering    Empty       failed       settled
 * rendering    Ended       cancelled    settled
 * wedged       NotTaken    queued       released
 * wedged       Refused     failed       released
 * wedged       Ended       fetching
 * wedged       Empty       rendering
 * wedged       Stopped     cancelled    released
 * wedged       GoesOn      wedged
 * wedged       Resolved    failed       settled
 * wedged       Resolved    failed       released
 * fetching     Stored      finished     settled
 * fetching     Unfetched   fetching
 * fetching     Unfetched   failed       settled
 * </pre>
 *
 * So at most one commitment is open at a time, and at every end settled + released = committed.
 *
 * @param campaign whose purse it is paid from, besides the tenant's; null for none
 * @param length what its duration depends on; null if it cannot be rendered at all
 * @param step how many changes it has had
 * @param traceparent the trace it belongs to
 */
public record Take(
        TakeId id,
        RequestId requestId,
        TenantId tenant,
        @Nullable String campaign,
        int attempt,
        String model,
        @Nullable Length length,
        long quotedMicros,
        Instant queuedAt,
        @Nullable String traceparent,
        int step,
        TakeState state) {
    static final int EMPTY_READS = 12;
    static final int FETCHES = 200;

    /** A first or further attempt, quoted and queued. */
    public static Transition queued(
            RequestFile file, int attempt, String model, long quotedMicros, Ticket ticket, Instant at) {
        Take take = new Take(
                TakeId.of(file.id(), attempt),
                file.id(),
                file.tenant(),
                file.request().campaign(),
                attempt,
                model,
                ticket.length(),
                quotedMicros,
                at,
                file.traceparent(),
                0,
                new Queued(0));
        Fact fact =
                new Fact.TakeQueued(file.id(), take.id, file.tenant(), attempt, model, quotedMicros, ticket.forecast());
        return new Transition(
                take, List.of(fact), List.of(new LedgerEntry(Kind.QUOTED, quotedMicros)), "attempt " + attempt);
    }

    /** What the signal makes of this take. */
    public Transition next(Signal signal, Instant at) {
        return switch (signal) {
            case Signal.Cancel(var reason) -> state instanceof Queued ? cancelled(0, reason, null) : same();
            case Signal.Intended _ ->
                state instanceof Queued(var tries) ? to(new Submitting(at, tries), "intent", Kind.COMMITTED) : same();
            case Signal.Accepted(var providerId, var forecast) -> accepted(providerId, forecast);
            case Signal.NotTaken(var cause) -> notTaken(cause);
            case Signal.Refused(var code, var message, var retryable) -> refused(code, message, retryable);
            case Signal.Ambiguous(var cause) ->
                state instanceof Submitting(var since, var _)
                        ? to(new Unsure(since, at), cause, new Fact.TakeUnsure(requestId, id, tenant, cause, step + 1))
                        : same();
            case Signal.Late(var cause) ->
                state instanceof Rendering(var render, var _)
                        ? to(new Wedged(render), cause, wedged(render, at))
                        : same();
            case Signal.Ended _ -> whileRendering(render -> ended(render, at));
            case Signal.Empty _ ->
                switch (state) {
                    case Rendering(var render, var reads) -> empty(render, reads + 1);
                    case Wedged(var render) -> empty(render, 1);
                    case Queued _, Submitting _, Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
                };
            case Signal.Stopped(var answer) -> whileRendering(_ -> cancelled(0, "the provider stopped it", answer));
            case Signal.GoesOn(var answer, var then) -> whileRendering(render -> goesOn(render, answer, then));
            case Signal.Resolved(var paid, var reason) -> resolved(paid, reason);
            case Signal.Stored stored -> state instanceof Fetching fetching ? finished(fetching, stored) : same();
            case Signal.Unfetched(var cause) ->
                state instanceof Fetching fetching ? unfetched(fetching, cause) : same();
        };
    }

    /** What is done with a render. */
    @FunctionalInterface
    private interface Step {
        Transition of(Render render);
    }

    private Transition whileRendering(Step step) {
        return switch (state) {
            case Rendering(var render, var _) -> step.of(render);
            case Wedged(var render) -> step.of(render);
            case Queued _, Submitting _, Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition accepted(String providerId, Fact.@Nullable Forecast forecast) {
        return switch (state) {
            case Submitting(var since, var _) ->
                rendering(new Render(providerId, since), "accepted as " + providerId, forecast);
            case Unsure(var submittedAt, var _) ->
                rendering(new Render(providerId, submittedAt), "found at the provider as " + providerId, forecast);
            case Queued _, Rendering _, Wedged _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition rendering(Render render, String cause, Fact.@Nullable Forecast forecast) {
        long waited = Duration.between(queuedAt, render.submittedAt()).toMillis();
        Fact fact = new Fact.TakeRendering(
                requestId, id, tenant, render.providerId(), quotedMicros, Math.max(0, waited), forecast);
        return to(new Rendering(render, 0), cause, fact);
    }

    private Transition notTaken(String cause) {
        return switch (state) {
            case Queued(var tries) -> to(new Queued(tries + 1), cause);
            case Submitting(var _, var tries) -> requeued(tries + 1, cause);
            case Unsure _, Rendering _, Wedged _ -> requeued(1, cause);
            case Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition requeued(int tries, String cause) {
        Fact fact = new Fact.TakeRequeued(requestId, id, tenant, cause, step + 1);
        return new Transition(with(new Queued(tries)), List.of(fact), entries(Kind.RELEASED), cause);
    }

    private Transition refused(String code, String message, boolean retryable) {
        Failed failed = new Failed(code, message, retryable, false);
        return switch (state) {
            case Queued _ -> to(failed, code, failedFact(failed));
            case Submitting _, Rendering _, Wedged _ -> failed(failed, Kind.RELEASED, code);
            case Unsure _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition resolved(boolean paid, String reason) {
        return switch (state) {
            case Unsure _, Wedged _ ->
                failed(
                        new Failed("operator.resolved", reason, false, paid),
                        paid ? Kind.SETTLED : Kind.RELEASED,
                        "resolved by an operator as " + (paid ? "paid: " : "not paid: ") + reason);
            case Queued _, Submitting _, Rendering _, Fetching _, Finished _, Failed _, Cancelled _ -> same();
        };
    }

    private Transition ended(Render render, Instant at) {
        if (render.then() == Unstoppable.DROP) {
            return cancelled(quotedMicros, "rendered although stopped; left at the provider", null);
        }
        return to(
                new Fetching(render, at, 0),
                state instanceof Wedged ? "rendered late" : "rendered",
                List.of(),
                List.of());
    }

    private Transition empty(Render render, int reads) {
        return reads < EMPTY_READS
                ? to(new Rendering(render, reads), "success without a clip")
                : lost("provider.no_media", "the provider reports success and names no clip");
    }

    private Transition goesOn(Render render, String answer, Unstoppable then) {
        if (render.then() == then) {
            return same();
        }
        Render marked = new Render(render.providerId(), render.submittedAt(), then);
        TakeState next =
                state instanceof Rendering(var _, var reads) ? new Rendering(marked, reads) : new Wedged(marked);
        Fact fact = new Fact.TakeUnstoppable(requestId, id, tenant, answer, then, step + 1);
        return to(next, "the provider does not stop it: " + answer, fact);
    }

    private Transition unfetched(Fetching fetching, String cause) {
        int tries = fetching.tries() + 1;
        return tries < FETCHES
                ? to(new Fetching(fetching.render(), fetching.endedAt(), tries), cause)
                : lost("clip.unfetchable", "the rendered clip could not be fetched: " + cause);
    }

    /** Paid for, and no clip: said as it is. */
    private Transition lost(String code, String message) {
        return failed(new Failed(code, message, true, true), Kind.SETTLED, code);
    }

    private Transition failed(Failed failed, Kind money, String cause) {
        return new Transition(with(failed), List.of(failedFact(failed)), entries(money), cause);
    }

    private Transition cancelled(long spent, String cause, @Nullable String answer) {
        Fact fact = new Fact.TakeCancelled(requestId, id, tenant, spent, answer);
        List<LedgerEntry> entries = state.moneyOpen() ? entries(spent > 0 ? Kind.SETTLED : Kind.RELEASED) : List.of();
        String told = answer == null ? cause : cause + ": " + answer;
        return new Transition(with(new Cancelled(spent)), List.of(fact), entries, told);
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
                Duration.between(render.submittedAt(), at).toMillis(),
                step + 1);
    }

    private Fact failedFact(Failed failed) {
        return new Fact.TakeFailed(
                requestId,
                id,
                tenant,
                failed.code(),
                failed.message(),
                failed.retryable(),
                failed.paid() ? quotedMicros : 0);
    }

    private List<LedgerEntry> entries(Kind kind) {
        return List.of(new LedgerEntry(kind, quotedMicros));
    }

    private Transition to(TakeState next, String cause) {
        return to(next, cause, List.of(), List.of());
    }

    private Transition to(TakeState next, String cause, Fact fact) {
        return to(next, cause, List.of(fact), List.of());
    }

    private Transition to(TakeState next, String cause, Kind kind) {
        return to(next, cause, List.of(), entries(kind));
    }

    private Transition to(TakeState next, String cause, List<Fact> facts, List<LedgerEntry> entries) {
        return new Transition(with(next), facts, entries, cause);
    }

    private Transition same() {
        return new Transition(this, List.of(), List.of(), "");
    }

    private Take with(TakeState next) {
        return new Take(
                id,
                requestId,
                tenant,
                campaign,
                attempt,
                model,
                length,
                quotedMicros,
                queuedAt,
                traceparent,
                step + 1,
                next);
    }
}
