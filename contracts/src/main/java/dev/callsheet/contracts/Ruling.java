package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a clip, which wins over the machine's verdict.
 *
 * @param by who, as the caller names them; null if not told
 * @param reason null if not told
 */
public record Ruling(
        Word word, @Nullable String by, @Nullable String reason, Instant at) {
    /** What the person says. */
    public enum Word {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("rejected")
        REJECTED
    }
}
