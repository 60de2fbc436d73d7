package dev.callsheet.render;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import java.util.List;
import java.util.Optional;

/** A production whose clip is measured, taken again if it fails or is rejected, and held where it is to be reviewed. */
final class MeasuredScenario implements Scenario {
    private final FrameScenario frame = new FrameScenario();

    @Override
    public Route route() {
        return Route.R2V;
    }

    @Override
    public String defaultModel() {
        return frame.defaultModel();
    }

    @Override
    public Draft draft(RequestFile file) {
        return frame.draft(file);
    }

    @Override
    public Sequel after(RequestFile file, List<Attempt> attempts) {
        Optional<Attempt> approved = attempts.stream()
                .filter(attempt -> attempt.ruled(Word.APPROVED))
                .findFirst();
        if (approved.isPresent()) {
            return complete(approved.get()).orElseThrow();
        }
        Attempt last = attempts.getLast();
        if (last.take().state() instanceof TakeState.Failed failed) {
            return new Sequel.GiveUp(failed.code(), failed.message());
        }
        if (!(last.take().state() instanceof TakeState.Finished(var clip))) {
            return new Sequel.Wait();
        }
        if (last.ruled(Word.REJECTED)) {
            return new Sequel.Retake();
        }
        if (last.score() == null) {
            return new Sequel.Measure(new Work.Scoring(
                    file.id(),
                    last.take().id(),
                    file.tenant(),
                    null,
                    clip.uri(),
                    true,
                    List.of(),
                    last.take().attempt(),
                    null));
        }
        return switch (last.score().verdict()) {
            case "FAIL" -> new Sequel.Retake();
            case "REVIEW" ->
                file.cancelAsked()
                        ? complete(last).orElseThrow()
                        : new Sequel.Hold(last.take().id(), "REVIEW");
            default -> complete(last).orElseThrow();
        };
    }

    @Override
    public Optional<Sequel.Complete> inHand(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.score() != null && !attempt.ruled(Word.REJECTED))
                .findFirst()
                .flatMap(MeasuredScenario::complete);
    }

    @Override
    public Optional<Work.Unmade> unmade(RequestFile file, Take take, TakeState.Failed failed) {
        return Optional.ofNullable(file.request().campaign())
                .map(campaign -> new Work.Unmade(
                        file.id(), take.id(), file.tenant(), campaign, true, take.attempt(), failed.code()));
    }

    private static Optional<Sequel.Complete> complete(Attempt attempt) {
        return attempt.take().state() instanceof TakeState.Finished(var clip)
                ? Optional.of(new Sequel.Complete(
                        attempt.take().id(),
                        clip,
                        attempt.score() == null ? null : attempt.score().verdict(),
                        attempt.ruled(Word.APPROVED) ? Word.APPROVED : null))
                : Optional.empty();
    }
}
