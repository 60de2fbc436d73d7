package dev.callsheet.avatar.domain;

/** A call to the avatar's provider did not do what it should. */
public abstract sealed class ProviderTrouble extends RuntimeException {
    private final String code;

    private ProviderTrouble(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A stable dotted code. */
    public String code() {
        return code;
    }

    /** The provider said no: the call had no effect. */
    public static final class Refused extends ProviderTrouble {
        public Refused(String code, String message) {
            super(code, message);
        }
    }

    /** No clear answer: the call may have had its effect. */
    public static final class Unclear extends ProviderTrouble {
        public Unclear(String message) {
            super("provider.unavailable", message);
        }
    }
}
