package dev.callsheet.identity.calibration;

/** The pictures are too few for what should be told from them. */
public final class TooFewFaces extends RuntimeException {
    TooFewFaces(String message) {
        super(message);
    }
}
