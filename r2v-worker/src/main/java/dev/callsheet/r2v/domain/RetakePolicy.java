package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.contracts.VideoRequest.Acceptance;
import dev.callsheet.contracts.VideoRequest.RetakeOn;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from how a request's takes stand, what was measured at their clips and what a person has said of them.
 * The first line that fits counts.
 *
 * <pre>
 * some clip   approved by a person                           complete with this clip, ruled APPROVED
 * last take   not ended                                      wait
 * last take   finished, rejected by a person                 retake if one is left, else end
 * last take   finished, not measured yet                     have it measured
 * last take   finished, FAIL                                 retake if one is left, else end
 * last take   finished, REVIEW with retakeOn review          retake if one is left, else end
 * last take   finished, REVIEW, NOT_MEASURABLE or PASS       end
 * last take   failed, a clip is there                        end
 * last take   failed, may go well again, a clip is rejected  retake if one is left, else the request has failed
 * last take   failed                                         the request has failed
 * last take   cancelled, a clip is there                     complete with the best clip
 * last take   cancelled                                      the request is cancelled
 * </pre>
 *
 * A clip is there if it was measured and is not rejected. The best has the best verdict (PASS, REVIEW, NOT_MEASURABLE,
 * FAIL), of equals the most frames with the right person, of equals it is the first.
 *
 * <p>A retake is left while there are fewer takes than {@code maxTakes}, what is paid and what is committed leave room in
 * the budget for one more, and the tenant still wants the request.
 *
 * <pre>
 * end: the best clip is PASS, or nothing is held                   complete with it, labelled as it was measured
 * end: otherwise, with acceptance.hold, unless no longer wanted    hold: a person is asked
 * end: every clip is rejected                                      the request has failed, clip.rejected
 * end: every clip is rejected, no longer wanted                    the request is cancelled
 * </pre>
 *
 * With probability p of a PASS for each take and at most m takes, the expected takes are (1 - (1 - p)^m) / p and the
 * share of accepted requests is 1 - (1 - p)^m (geometric distribution, cut off at m).
 */
public final class RetakePolicy {
    private static final Comparator<Attempt> BETTER = Comparator.comparing(RetakePolicy::verdict)
            .thenComparingDouble(RetakePolicy::within)
            .thenComparing(attempt -> -attempt.take().attempt());

    private RetakePolicy() {}

    /** @param attempts all of them, first to last */
    public static Sequel decide(RequestFile file, List<Attempt> attempts) {
        Optional<Sequel.Complete> approved = approved(attempts);
        if (approved.isPresent()) {
            return approved.get();
        }
        Attempt last = attempts.getLast();
        return switch (last.take().state()) {
            case TakeState.Finished(var clip) -> finished(file, attempts, last, clip);
            case TakeState.Failed failed -> failed(file, attempts, failed);
            case TakeState.Cancelled _ ->
                best(attempts).<Sequel>map(RetakePolicy::complete).orElseGet(Sequel.Stop::new);
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Rendering _,
                    TakeState.Wedged _,
                    TakeState.Fetching _ -> new Sequel.Wait();
        };
    }

    /** The clip that is the result if nobody waits for more: the approved one, else the best. */
    public static Optional<Sequel.Complete> inHand(List<Attempt> attempts) {
        return approved(attempts).or(() -> best(attempts).map(RetakePolicy::complete));
    }

    private static Sequel finished(RequestFile file, List<Attempt> attempts, Attempt last, Fact.Clip clip) {
        if (!last.ruled(Word.REJECTED) && last.score() == null) {
            return new Sequel.Measure(scoring(file, last.take(), clip));
        }
        return wantsAnother(file, last) && mayRetake(file, attempts) ? new Sequel.Retake() : end(file, attempts);
    }

    private static boolean wantsAnother(RequestFile file, Attempt last) {
        return last.ruled(Word.REJECTED)
                || switch (verdict(last)) {
                    case FAIL -> true;
                    case REVIEW ->
                        file.request().acceptance() instanceof Acceptance(var from, var _) && from == RetakeOn.REVIEW;
                    case NOT_MEASURABLE, PASS -> false;
                };
    }

    private static Sequel failed(RequestFile file, List<Attempt> attempts, TakeState.Failed failed) {
        if (best(attempts).isPresent()) {
            return end(file, attempts);
        }
        boolean rejected = attempts.stream().anyMatch(attempt -> attempt.ruled(Word.REJECTED));
        return rejected && failed.retryable() && mayRetake(file, attempts)
                ? new Sequel.Retake()
                : new Sequel.GiveUp(failed.code(), failed.message());
    }

    private static Sequel end(RequestFile file, List<Attempt> attempts) {
        Optional<Attempt> best = best(attempts);
        if (best.isEmpty()) {
            return file.cancelAsked()
                    ? new Sequel.Stop()
                    : new Sequel.GiveUp(
                            "clip.rejected",
                            "a person has rejected every clip, and no take is left: maxTakes is "
                                    + file.request().maxTakes() + ", made are " + attempts.size());
        }
        Verdict verdict = verdict(best.get());
        boolean held = file.request().acceptance() instanceof Acceptance(var _, var hold) && hold;
        return held && verdict != Verdict.PASS && !file.cancelAsked()
                ? new Sequel.Hold(best.get().take().id(), word(best.get()))
                : complete(best.get());
    }

    private static boolean mayRetake(RequestFile file, List<Attempt> attempts) {
        long price = attempts.getLast().take().quotedMicros();
        long spent =
                attempts.stream().mapToLong(attempt -> spent(attempt.take())).reduce(0, Math::addExact);
        return attempts.size() < file.request().maxTakes()
                && spent <= file.budgetMicros() - price
                && !file.cancelAsked();
    }

    /** Paid, or committed and so perhaps paid. */
    private static long spent(Take take) {
        return switch (take.state()) {
            case TakeState.Finished _ -> take.quotedMicros();
            case TakeState.Failed failed -> failed.paid() ? take.quotedMicros() : 0;
            case TakeState.Cancelled(var spent) -> spent;
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Rendering _,
                    TakeState.Wedged _,
                    TakeState.Fetching _ -> take.state().moneyOpen() ? take.quotedMicros() : 0;
        };
    }

    private static Optional<Sequel.Complete> approved(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.ruled(Word.APPROVED))
                .filter(attempt -> attempt.take().state() instanceof TakeState.Finished)
                .findFirst()
                .map(RetakePolicy::complete);
    }

    private static Optional<Attempt> best(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.take().state() instanceof TakeState.Finished && attempt.score() != null)
                .filter(attempt -> !attempt.ruled(Word.REJECTED))
                .max(BETTER);
    }

    private static Sequel.Complete complete(Attempt attempt) {
        if (!(attempt.take().state() instanceof TakeState.Finished(var clip))) {
            throw new IllegalArgumentException("take " + attempt.take().id() + " has no clip");
        }
        Fact.Score score = attempt.score();
        return new Sequel.Complete(
                attempt.take().id(),
                clip,
                score == null ? null : score.verdict(),
                attempt.ruled(Word.APPROVED) ? Word.APPROVED : null);
    }

    private static String word(Attempt attempt) {
        return attempt.score() == null
                ? Verdict.NOT_MEASURABLE.name()
                : attempt.score().verdict();
    }

    private static Verdict verdict(Attempt attempt) {
        return Verdict.of(word(attempt));
    }

    private static double within(Attempt attempt) {
        Fact.Score score = attempt.score();
        return score == null || score.framesWithin() == null ? -1 : score.framesWithin();
    }

    private static Work.Scoring scoring(RequestFile file, Take take, Fact.Clip clip) {
        return new Work.Scoring(
                file.id(),
                take.id(),
                file.tenant(),
                file.request().campaign(),
                clip.uri(),
                Binding.bound(file),
                Cast.of(file).characters(),
                take.attempt(),
                file.request().consent() == null
                        ? null
                        : file.request().consent().id());
    }
}
