package dev.callsheet.avatar.domain;

/** The language model or the voice failed: this turn has no (whole) answer, the session goes on. */
public final class AnswerTrouble extends RuntimeException {
    private final String code;

    /** @param code stable dotted code, {@code llm.*} or {@code speech.*} */
    public AnswerTrouble(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
