package dev.callsheet.render;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.TakeState;
import java.util.List;

/** A production whose clip is measured, and taken again as long as it fails. */
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
        Attempt last = attempts.getLast();
        if (!(last.take().state() instanceof TakeState.Finished(var clip))) {
            return new Sequel.Wait();
        }
        if (last.score() == null) {
            return new Sequel.Measure(
                    new Work.Scoring(file.id(), last.take().id(), file.tenant(), null, clip.uri(), true, List.of()));
        }
        return last.score().verdict().equals("FAIL")
                ? new Sequel.Retake()
                : new Sequel.Complete(last.take().id(), clip, last.score().verdict());
    }
}
