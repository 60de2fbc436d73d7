package dev.callsheet.identity.onnx;

/** A model or the calibration is missing, damaged or not of the other's kind: the service must not start. */
public final class ModelsUnusable extends RuntimeException {
    public ModelsUnusable(String message) {
        super(message);
    }

    public ModelsUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
