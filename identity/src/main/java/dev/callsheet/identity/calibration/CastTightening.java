package dev.callsheet.identity.calibration;

import dev.callsheet.identity.calibration.Calibrator.Person;
import dev.callsheet.identity.measure.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A calibration for one campaign's own cast: too few people to tell a rate, but enough to see who is taken for whom. The
 * threshold may only become tighter, so that nobody of the cast passes for another.
 */
public final class CastTightening {
    private CastTightening() {}

    /** Two of the cast who look alike. @param distance of their nearest pictures */
    public record LookAlikes(String one, String other, double distance) {}

    /**
     * @param keptSame share of pairs of one person that still pass
     * @param lookAlikes those who would pass for each other at the calibration that it was made from
     */
    public record Result(Calibration calibration, double keptSame, List<LookAlikes> lookAlikes) {}

    /** Tightens a calibration. @param id of the new one @throws TooFewFaces if it is fewer than two people */
    public static Result of(Calibration calibration, List<Person> cast, String id) {
        if (cast.size() < 2) {
            throw new TooFewFaces("person: found " + cast.size() + " people; a cast needs at least two");
        }
        Limits limits = calibration.limits();
        List<LookAlikes> alike = new ArrayList<>();
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < cast.size(); i++) {
            for (int j = i + 1; j < cast.size(); j++) {
                double distance = Pairs.of(List.of(cast.get(i), cast.get(j))).different()[0];
                nearest = Math.min(nearest, distance);
                if (distance <= limits.threshold()) {
                    alike.add(new LookAlikes(cast.get(i).id(), cast.get(j).id(), distance));
                }
            }
        }
        double threshold = Math.min(limits.threshold(), nearest - limits.ambiguous());
        double[] same = Pairs.of(cast).same();
        double kept = same.length == 0 ? 1 : Pairs.within(same, threshold);
        String note = String.format(
                Locale.ROOT,
                "%s, tightened to %.3f for a cast of %d, whose nearest two are %.3f apart; %.0f %% of their own pairs"
                        + " still pass. It tells these people apart and claims no rate of its own.",
                calibration.id(),
                threshold,
                cast.size(),
                nearest,
                kept * 100);
        Calibration tightened = new Calibration(
                calibration.schema(),
                id,
                note,
                calibration.models(),
                calibration.scoreKind(),
                calibration.galleryRule(),
                calibration.basis(),
                calibration.data(),
                calibration.impostors(),
                calibration.genuine(),
                limits.at(threshold));
        return new Result(tightened, kept, alike);
    }
}
