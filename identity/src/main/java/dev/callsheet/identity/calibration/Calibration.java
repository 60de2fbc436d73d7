package dev.callsheet.identity.calibration;

import dev.callsheet.identity.measure.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what the limits were made, and for which models they hold: each report names it.
 *
 * @param schema name and version of this form
 * @param note what it was made from and what it cannot claim
 * @param scoreKind {@code euclidean}: distance of embeddings, smaller is nearer
 * @param galleryRule {@code mean}: a character is the mean of its references
 * @param data what was measured; null for limits that were set by hand
 * @param impostors falling from all to none: which share of strangers is as near as this, or nearer
 * @param genuine which share of pictures of one person is as far as this, or farther
 */
public record Calibration(
        String schema,
        String id,
        String note,
        Models models,
        String scoreKind,
        String galleryRule,
        Basis basis,
        @Nullable Data data,
        List<Quantile> impostors,
        List<Quantile> genuine,
        Limits limits) {
    public static final String SCHEMA = "callsheet.calibration.v1";

    public Calibration {
        impostors = List.copyOf(impostors);
        genuine = List.copyOf(genuine);
    }

    /** A model by name and by the SHA-256 of its file: limits hold for no other. */
    public record Model(String id, String sha256) {}

    /** All models whose figures the limits are about. */
    public record Models(Model detector, Model mesh, Model embedder, Model likeness) {}

    /**
     * At which error the threshold stands.
     *
     * @param falseAcceptRate share of strangers who pass at the threshold
     * @param claimable the smallest such rate that the data can promise: ten strangers' pairs must be beyond it
     */
    public record Basis(double falseAcceptRate, double claimable, String text) {}

    /**
     * What a calibration was made of.
     *
     * @param same,different pairs
     * @param auc area under the ROC curve, over all pairs
     * @param eer rate at which as many strangers pass as are turned away who are the same
     * @param heldOut what the threshold does to persons that it was not made from
     */
    public record Data(int persons, int pictures, long same, long different, double auc, double eer, HeldOut heldOut) {}

    /** Over splits of the persons in two halves: threshold of the one, rates of the other; 95 % by bootstrap of persons. */
    public record HeldOut(
            int splits,
            double falseAcceptRate,
            double worstFalseAcceptRate,
            double trueAcceptRate,
            Interval threshold) {}

    public record Interval(double low, double high) {}

    public record Quantile(double distance, double share) {}

    /**
     * The share of strangers who would come as near as this, read off between the measured ones; never below what the
     * data can tell.
     */
    public double strangers(double distance) {
        if (impostors.isEmpty()) {
            return 1;
        }
        Quantile nearer = null;
        for (Quantile quantile : impostors) {
            if (distance <= quantile.distance()) {
                return nearer == null ? quantile.share() : between(nearer, quantile, distance);
            }
            nearer = quantile;
        }
        return 1;
    }

    /** How many strangers one of whom would come as near, as a report says it; capped at what the data can tell. */
    public long oneIn(double distance) {
        return Math.round(1 / Math.max(basis.claimable(), strangers(distance)));
    }

    private static double between(Quantile low, Quantile high, double distance) {
        double at = (distance - low.distance()) / Math.max(1e-9, high.distance() - low.distance());
        return low.share() + (high.share() - low.share()) * at;
    }
}
