package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Fact;
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
 * What follows from how a request's takes stand and what was measured at their clips.
 *
 * <pre>
 * last take      verdict                              follows
 * finished       not yet                              the clip is measured
 * finished       PASS, REVIEW, NOT_MEASURABLE         complete with this clip
 * finished       FAIL, takes and budget left          a retake with a new seed
 * finished       FAIL, otherwise                      complete with the best clip, honestly labelled FAIL
 * failed         an earlier clip is there             complete with the best clip, labelled as it was measured
 * failed                                              the request has failed
 * cancelled      an earlier clip is there             complete with the best clip
 * cancelled                                           the request is cancelled
 * not ended                                           wait
 * </pre>
 */
public final class RetakePolicy {
    private static final String FAIL = "FAIL";

    private RetakePolicy() {}

    /** @param attempts all of them, first to last */
    public static Sequel decide(RequestFile file, List<Attempt> attempts) {
        Attempt last = attempts.getLast();
        return switch (last.take().state()) {
            case TakeState.Finished(var clip) -> measured(file, attempts, last, clip);
            case TakeState.Failed failed ->
                best(attempts).orElseGet(() -> new Sequel.GiveUp(failed.code(), failed.message()));
            case TakeState.Cancelled _ -> best(attempts).orElseGet(Sequel.Stop::new);
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Rendering _,
                    TakeState.Wedged _,
                    TakeState.Fetching _ -> new Sequel.Wait();
        };
    }

    private static Sequel measured(RequestFile file, List<Attempt> attempts, Attempt last, Fact.Clip clip) {
        Fact.Score score = last.score();
        if (score == null) {
            return new Sequel.Measure(scoring(file, last.take(), clip));
        }
        if (!score.verdict().equals(FAIL)) {
            return new Sequel.Complete(last.take().id(), clip, score.verdict());
        }
        return mayRetake(file, attempts) ? new Sequel.Retake() : best(attempts).orElseThrow();
    }

    private static boolean mayRetake(RequestFile file, List<Attempt> attempts) {
        long price = attempts.getLast().take().quotedMicros();
        long spent = attempts.stream()
                .filter(attempt -> paid(attempt.take().state()))
                .mapToLong(attempt -> attempt.take().quotedMicros())
                .sum();
        return attempts.size() < file.request().maxTakes()
                && spent + price <= file.budgetMicros()
                && !file.cancelAsked();
    }

    private static boolean paid(TakeState state) {
        return state instanceof TakeState.Finished || (state instanceof TakeState.Failed failed && failed.paid());
    }

    /** The measured clip in which the most frames show the right person; of equals the first. */
    private static Optional<Sequel> best(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.take().state() instanceof TakeState.Finished && attempt.score() != null)
                .max(Comparator.comparingDouble(RetakePolicy::within)
                        .thenComparing(attempt -> -attempt.take().attempt()))
                .map(RetakePolicy::complete);
    }

    private static Sequel complete(Attempt attempt) {
        return attempt.take().state() instanceof TakeState.Finished(var clip) && attempt.score() != null
                ? new Sequel.Complete(attempt.take().id(), clip, attempt.score().verdict())
                : new Sequel.Wait();
    }

    private static double within(Attempt attempt) {
        Fact.Score score = attempt.score();
        return score == null || score.framesWithin() == null ? -1 : score.framesWithin();
    }

    private static Work.Scoring scoring(RequestFile file, Take take, Fact.Clip clip) {
        Cast cast = Cast.of(file);
        String prompt = file.request().prompt() == null ? "" : file.request().prompt();
        return new Work.Scoring(
                file.id(),
                take.id(),
                file.tenant(),
                file.request().campaign(),
                clip.uri(),
                Binding.of(prompt, cast).bound(),
                cast.characters());
    }
}
