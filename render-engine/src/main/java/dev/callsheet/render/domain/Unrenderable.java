package dev.callsheet.render.domain;

/** A request that cannot be rendered as it is; found before money is spent. */
public final class Unrenderable extends RuntimeException {
    private final String code;

    /** @param code a {@link dev.callsheet.contracts.Reason} or a dotted code @param message shown to the tenant */
    public Unrenderable(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
