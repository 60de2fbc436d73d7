package dev.callsheet.identity.measure;

import dev.callsheet.identity.face.FaceQuality;
import java.util.Locale;
import java.util.Optional;

/** Whether a face can be measured at all, and how much its measurement weighs. */
final class FaceGate {
    /** Less of a face in the picture says too little. */
    private static final double LEAST_INSIDE = 0.7;

    /** Under it, it is not even a face: a pattern, an animal, a thing. */
    private static final double NO_FACE = 0.5;

    private static final double SMALL_WEIGHT = 0.3;

    /** The mesh sees too few pixels to say. */
    private static final int LEAST_SURE_HEIGHT = 24;

    private FaceGate() {}

    /** Whether it is a face of any quality. */
    static boolean face(FaceQuality quality) {
        return quality.human() >= NO_FACE || quality.heightPx() < LEAST_SURE_HEIGHT;
    }

    /** Why it cannot be measured; empty if it can. */
    static Optional<String> why(FaceQuality quality, Limits.Quality limits) {
        if (quality.heightPx() < limits.leastHeight()) {
            return Optional.of("the face is " + quality.heightPx() + " px high; at least " + limits.leastHeight()
                    + " px can be measured");
        }
        if (quality.human() < limits.human()) {
            return Optional.of("it may be no human face");
        }
        if (quality.inside() < LEAST_INSIDE) {
            return Optional.of("the face is cut off by the edge of the picture");
        }
        if (Math.abs(quality.yaw()) > limits.mostYaw()) {
            return Optional.of(
                    String.format(Locale.ROOT, "the head is turned away by %.0f degrees", Math.abs(quality.yaw())));
        }
        if (quality.sharpness() < limits.sharpness()) {
            return Optional.of("the face is blurred");
        }
        return Optional.empty();
    }

    /** Of a measurable face in a mean over faces. */
    static double weight(FaceQuality quality, Limits.Quality limits) {
        double size = quality.heightPx() >= limits.trustedHeight() ? 1 : SMALL_WEIGHT;
        return size * Math.max(SMALL_WEIGHT, Math.cos(Math.toRadians(quality.yaw())));
    }
}
