package dev.callsheet.modeltools;

/** The models cannot be made; the message says what is missing or different and what to do. */
public final class ModelBuildException extends RuntimeException {
    public ModelBuildException(String message) {
        super(message);
    }

    public ModelBuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
