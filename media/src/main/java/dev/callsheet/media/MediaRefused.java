package dev.callsheet.media;

/** A medium that is not taken. The message is for the user who gave it, and repeats nothing that a server answered. */
public final class MediaRefused extends RuntimeException {
    /** It cannot be read from where it lies, or not as a whole within the limits. */
    public static final String UNREACHABLE = "MEDIA_UNREACHABLE";

    /** It can be read, and is not what it should be. */
    public static final String MISMATCH = "MEDIA_TYPE_MISMATCH";

    private final String code;
    private final boolean passing;

    private MediaRefused(String code, String message, boolean passing) {
        super(message);
        this.code = code;
        this.passing = passing;
    }

    public static MediaRefused unreachable(String message) {
        return new MediaRefused(UNREACHABLE, message, false);
    }

    /** The same address may be readable a little later. */
    public static MediaRefused forNow(String message) {
        return new MediaRefused(UNREACHABLE, message, true);
    }

    public static MediaRefused mismatch(String message) {
        return new MediaRefused(MISMATCH, message, false);
    }

    /** A name of {@code dev.callsheet.contracts.Reason}. */
    public String code() {
        return code;
    }

    /** Whether another try may go well. */
    public boolean passing() {
        return passing;
    }
}
