package dev.callsheet.twin.live.media;

/** How far the mouth opens. */
final class Mouth {
    /** Loudness (RMS) of speech at which the mouth is wide open. */
    private static final double LOUD = 0.18;

    private Mouth() {}

    /**
     * The next opening (0 shut to 1 wide): opens fast and shuts within two frames of silence, so that it neither flickers
     * nor lags.
     */
    static double follow(double opening, double loudness) {
        double target = Math.min(1, Math.sqrt(loudness / LOUD));
        if (loudness < 0.004) {
            target = 0;
        }
        double next = opening + (target - opening) * 0.7;
        return next < 0.02 ? 0 : next;
    }
}
