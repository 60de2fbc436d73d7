package dev.callsheet.twin.live;

import org.jspecify.annotations.Nullable;

/** The form of every answer; code 1000 is success, whatever the HTTP status. */
record Envelope(int code, @Nullable Object data, String message) {
    static Envelope ok(@Nullable Object data) {
        return new Envelope(1000, data, "ok");
    }
}
