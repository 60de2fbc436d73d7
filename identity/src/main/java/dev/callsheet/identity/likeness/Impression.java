package dev.callsheet.identity.likeness;

import dev.callsheet.identity.picture.Picture;
import java.util.List;

/**
 * How the middle of a picture looks: what the network sees in it, and its colours.
 *
 * @param features of length 1; treat the array as read-only
 */
public record Impression(float[] features, Palette palette) {
    /** Weights and crops are our own measurement on 30 subjects (DreamBooth data set); see the calibration. */
    private static final double SHAPE_WEIGHT = 0.8;

    private static final double SHAPE_CROP = 0.8;
    private static final double COLOUR_CROP = 0.6;

    /** Looks at the middle square of the picture, where its subject usually is. */
    public static Impression of(Picture picture, LikenessModel model) {
        return new Impression(
                Vectors.unit(model.features(middle(picture, SHAPE_CROP))), Palette.of(middle(picture, COLOUR_CROP)));
    }

    /** 0 to 1, the same either way round: 0.8 of the features' cosine and 0.2 of the palettes' similarity. */
    public double similarity(Impression other) {
        // No feature is negative, so neither is the cosine; above 1 only by rounding.
        double cosine = Math.min(1, Vectors.dot(features, other.features));
        return SHAPE_WEIGHT * cosine + (1 - SHAPE_WEIGHT) * palette.similarity(other.palette);
    }

    /** What several pictures of one character have in common; at least one. */
    public static Impression mean(List<Impression> impressions) {
        List<float[]> features = impressions.stream().map(Impression::features).toList();
        List<Palette> palettes = impressions.stream().map(Impression::palette).toList();
        return new Impression(Vectors.unit(Vectors.mean(features)), Palette.mean(palettes));
    }

    /** A square of this share of the shorter side. */
    private static Picture middle(Picture picture, double share) {
        double side = Math.max(1, Math.min(picture.width(), picture.height()) * share);
        return picture.part((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    }

    @Override
    public String toString() {
        return "Impression[" + features.length + " features]";
    }
}
