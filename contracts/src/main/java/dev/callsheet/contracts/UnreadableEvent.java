package dev.callsheet.contracts;

/** A record or body that cannot be understood. It goes to the dead letters (Kafka) or back as a problem (REST). */
public final class UnreadableEvent extends RuntimeException {
    private final String code;

    /**
     * @param code stable dotted code, see {@code docs/errors.md}
     * @param message what was found and what is expected; shown to users
     */
    public UnreadableEvent(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
