package dev.callsheet.identity.measure;

/**
 * Where the verdicts' lines are drawn, for the models of one {@link dev.callsheet.identity.calibration.Calibration}.
 * Distances are Euclidean between embeddings; heights are pixels of the decoded frame; shares are 0 to 1.
 *
 * @param threshold a face within this distance of the prototype is taken for the character
 * @param clips two clips whose mean faces are within this distance show the same face
 * @param ambiguous a face that is within the threshold of two characters, this near to each other, is nobody's
 */
public record Limits(
        double threshold,
        double clips,
        double ambiguous,
        Quality quality,
        Pass pass,
        Fail fail,
        double measurableCoverage,
        Likeness likeness,
        Flags flags) {

    /** The same with another threshold. */
    public Limits at(double otherThreshold) {
        return new Limits(otherThreshold, clips, ambiguous, quality, pass, fail, measurableCoverage, likeness, flags);
    }

    /**
     * Which faces can be measured.
     *
     * @param trustedHeight from here up a face is measured without reserve
     * @param leastHeight below it a face is not measured at all
     * @param human least sureness of the mesh that it is a human face
     * @param mostYaw degrees that a head may be turned to the side
     * @param sharpness least {@link dev.callsheet.identity.picture.Sharpness}
     */
    public record Quality(int trustedHeight, int leastHeight, double human, double mostYaw, double sharpness) {}

    /**
     * All of them must hold for PASS.
     *
     * @param drift most that the distance may grow from the first fifth to the last
     * @param doubled most of the frames in which a second face would pass for the character too
     */
    public record Pass(
            double coverage,
            int evaluableFrames,
            double framesWithin,
            double failingSeconds,
            double drift,
            double doubled) {}

    /** Any of them makes it FAIL. */
    public record Fail(double framesWithin, double failingSeconds) {}

    /** Lines of the fallback for what has no human face, with three references; similarities from 0 to 1. */
    public record Likeness(double same, double different) {}

    /**
     * From where a person is told to look.
     *
     * @param copyPaste differing bits of 64 between a frame and a reference at most (perceptual hash)
     * @param copyShare share of the frames that are so near to a reference
     * @param palette least similarity of colours between a clip's beginning and end
     * @param frozenSeconds longest stretch in which nothing moves
     */
    public record Flags(int copyPaste, double copyShare, double palette, double frozenSeconds) {}
}
