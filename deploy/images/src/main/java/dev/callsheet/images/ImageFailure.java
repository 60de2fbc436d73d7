package dev.callsheet.images;

/** Why there is no image, in words for those who asked for it. */
public final class ImageFailure extends RuntimeException {
    ImageFailure(String message) {
        super(message);
    }

    ImageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
