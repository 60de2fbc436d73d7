package dev.callsheet.identity.measure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of the seen is which character, frame by frame. A whole track decides, not a single frame: a face is as near to a
 * character as its track is on average. What could as well be otherwise stays ambiguous.
 */
final class Casting {
    private final List<Prototype> prototypes;
    private final Limits limits;
    private final List<List<Tracks.Track>> present;
    private final Map<Tracks.Track, double[]> distances = new IdentityHashMap<>();

    Casting(List<Sighting> sightings, List<Prototype> prototypes, Limits limits) {
        this.prototypes = prototypes;
        this.limits = limits;
        this.present = new ArrayList<>();
        sightings.forEach(_ -> present.add(new ArrayList<>()));
        for (Tracks.Track track : Tracks.of(sightings, limits)) {
            double[] far = new double[prototypes.size()];
            for (int i = 0; i < far.length; i++) {
                far[i] = track.distance(prototypes.get(i).mean(), limits.quality());
            }
            distances.put(track, far);
            track.spots().forEach(spot -> present.get(spot.sighting()).add(track));
        }
    }

    /**
     * A character's face in a frame.
     *
     * @param ambiguous whether it could as well be somebody else
     * @param doubled whether another face of the frame would pass for the character too
     */
    record Part(Sighting.Seen seen, boolean ambiguous, boolean doubled) {}

    /** For each character its part in this frame; null where no face is left for it. */
    List<@Nullable Part> parts(int sighting) {
        List<Tracks.Track> tracks = present.get(sighting);
        double[][] costs = new double[prototypes.size()][tracks.size()];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < costs[row].length; column++) {
                costs[row][column] = far(tracks.get(column))[row];
            }
        }
        int[] chosen = Assignment.of(costs);
        List<@Nullable Part> parts = new ArrayList<>();
        for (int row = 0; row < chosen.length; row++) {
            parts.add(
                    chosen[row] < 0
                            ? null
                            : new Part(
                                    seen(tracks.get(chosen[row]), sighting),
                                    ambiguous(costs, chosen, row),
                                    doubled(costs, chosen, row)));
        }
        return parts;
    }

    private double[] far(Tracks.Track track) {
        double[] far = distances.get(track);
        if (far == null) {
            throw new IllegalStateException("a track without distances");
        }
        return far;
    }

    private static Sighting.Seen seen(Tracks.Track track, int sighting) {
        return track.spots().stream()
                .filter(spot -> spot.sighting() == sighting)
                .findFirst()
                .orElseThrow()
                .seen();
    }

    /** Whether the next best casting without this part costs hardly more and keeps everybody within the threshold. */
    private boolean ambiguous(double[][] costs, int[] chosen, int row) {
        double[][] others = new double[costs.length][];
        for (int i = 0; i < costs.length; i++) {
            others[i] = costs[i].clone();
        }
        others[row][chosen[row]] = Double.POSITIVE_INFINITY;
        int[] next = Assignment.of(others);
        if (next[row] < 0 || next[row] == chosen[row] || costs[row][next[row]] > limits.threshold()) {
            return false;
        }
        for (int i = 0; i < next.length; i++) {
            boolean loses = next[i] < 0 != chosen[i] < 0;
            boolean strays = next[i] >= 0 && next[i] != chosen[i] && costs[i][next[i]] > limits.threshold();
            if (loses || strays) {
                return false;
            }
        }
        return Assignment.total(costs, next) - Assignment.total(costs, chosen) < limits.ambiguous();
    }

    private boolean doubled(double[][] costs, int[] chosen, int row) {
        for (int column = 0; column < costs[row].length; column++) {
            if (column != chosen[row] && costs[row][column] <= limits.threshold() && !cast(chosen, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cast(int[] chosen, int column) {
        for (int taken : chosen) {
            if (taken == column) {
                return true;
            }
        }
        return false;
    }
}
