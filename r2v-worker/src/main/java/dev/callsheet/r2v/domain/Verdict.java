package dev.callsheet.r2v.domain;

/** What the machine may say of a clip, the better the later; the words are the scorer's. */
enum Verdict {
    FAIL,
    NOT_MEASURABLE,
    REVIEW,
    PASS;

    /** A word that came into use later proves neither that it is the right person nor that it is not. */
    static Verdict of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.name().equals(word)) {
                return verdict;
            }
        }
        return NOT_MEASURABLE;
    }
}
