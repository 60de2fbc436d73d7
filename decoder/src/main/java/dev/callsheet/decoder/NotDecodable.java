package dev.callsheet.decoder;

/** A file that is not what it should be: no clip, no picture, cut off, too large or too slow to decode. Final. */
public final class NotDecodable extends RuntimeException {
    public NotDecodable(String reason) {
        super(reason);
    }

    public NotDecodable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
