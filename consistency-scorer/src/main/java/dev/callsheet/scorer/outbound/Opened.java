package dev.callsheet.scorer.outbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came out of a sealed object: its content, or nothing and why. */
public sealed interface Opened {
    /** @param until when it is to be deleted; null for never */
    record Content(byte[] bytes, @Nullable Instant until) implements Opened {
        @Override
        public String toString() {
            return "Content[" + bytes.length + " bytes]";
        }
    }

    /** @param why for operators; holds nothing of the content */
    record Nothing(Why why) implements Opened {}

    /** Why a sealed object gives nothing. */
    enum Why {
        ABSENT("there is none"),
        EXPIRED("its time is over"),
        NOT_SEALED("it is no sealed object of a known form"),
        UNKNOWN_KEY("it is sealed with a key that is not configured"),
        NOT_GENUINE("it was altered, moved, or is another tenant's");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
