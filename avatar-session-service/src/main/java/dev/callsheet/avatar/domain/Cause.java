package dev.callsheet.avatar.domain;

import java.util.Locale;

/** Why a leg is opened. */
public enum Cause {
    /** The session begins. */
    START,
    /** It was paused. */
    RESUME,
    /** The leg before comes to the end of its time. */
    CAP,
    /** The leg before has died. */
    LOST;

    /** As it stands in facts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
