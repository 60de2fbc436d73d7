package dev.callsheet.identity.measure;

/**
 * Where the verdicts' lines are drawn, for one pair of models. Distances are Euclidean; heights are pixels of the
 * decoded frame; shares are 0 to 1. Read from a file and echoed in each report.
 *
 * @param threshold a face within this distance of the prototype is taken for the character
 * @param trustedFaceHeight from here up a face is measured without reserve
 * @param minimumFaceHeight below it a face is not measured at all
 */
public record Limits(
        String id,
        String note,
        Model detector,
        Model embedder,
        double threshold,
        int trustedFaceHeight,
        int minimumFaceHeight,
        Pass pass,
        Fail fail,
        double measurableCoverage) {
    /** A model by name and by the SHA-256 of its file: limits hold for no other. */
    public record Model(String id, String sha256) {}

    /** All of them must hold for PASS; the ninth decile is the distance that nine frames of ten stay within. */
    public record Pass(double coverage, int evaluableFrames, double framesWithin, double failingSeconds) {}

    /** Any of them makes it FAIL. */
    public record Fail(double framesWithin, double failingSeconds) {}
}
