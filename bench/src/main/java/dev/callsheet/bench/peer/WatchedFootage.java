package dev.callsheet.bench.peer;

import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.clip.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A clip that remembers which frames were asked for. Used by one thread. */
final class WatchedFootage implements Footage {
    private final Footage clip;
    private final List<List<Integer>> passes = new ArrayList<>();

    WatchedFootage(Footage clip) {
        this.clip = clip;
    }

    /** The frames of each pass after the survey. */
    List<List<Integer>> passes() {
        return List.copyOf(passes);
    }

    @Override
    public ClipFacts facts() {
        return clip.facts();
    }

    @Override
    public List<Double> times() {
        return clip.times();
    }

    @Override
    public Survey survey() {
        return clip.survey();
    }

    @Override
    public void frames(List<Integer> chosen, Consumer<Frame> viewer) {
        passes.add(List.copyOf(chosen));
        clip.frames(chosen, viewer);
    }
}
