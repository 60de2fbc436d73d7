package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a tenant tells what runs for it, on {@code callsheet.control.<tenant>}. */
public sealed interface Control {
    /** To a request, whatever it has become. */
    sealed interface OfRequest extends Control {
        RequestId requestId();
    }

    /** To a live session; no other kind of work is concerned. */
    sealed interface OfSession extends Control {
        SessionId sessionId();
    }

    /** What becomes of a render that cannot be stopped any more, and so is paid. */
    enum Unstoppable {
        /** The clip is stored. */
        @JsonProperty("keep")
        KEEP,
        /** The clip is left at the provider. */
        @JsonProperty("drop")
        DROP
    }

    /** Stop as early as money allows. @param unstoppable null for keep */
    record Cancel(
            RequestId requestId,
            @Nullable String reason,
            @Nullable Unstoppable unstoppable) implements OfRequest {
        public static final String TYPE = "dev.callsheet.control.cancel.v1";
    }

    /**
     * A person takes a clip as it is, whatever the machine says.
     *
     * @param takeId null for the last finished take
     * @param by who says it; null if not told
     */
    record Approve(
            RequestId requestId,
            @Nullable TakeId takeId,
            @Nullable String by,
            @Nullable String reason) implements OfRequest {
        public static final String TYPE = "dev.callsheet.control.approve.v1";
    }

    /** A person does not take a clip; the rest as in {@link Approve}. */
    record Reject(
            RequestId requestId,
            @Nullable TakeId takeId,
            @Nullable String by,
            @Nullable String reason) implements OfRequest {
        public static final String TYPE = "dev.callsheet.control.reject.v1";
    }

    /** The meter is to stand until the session is resumed. */
    record Pause(SessionId sessionId, @Nullable String reason) implements OfSession {
        public static final String TYPE = "dev.callsheet.session.pause.v1";
    }

    /** A paused session is to run again. */
    record Resume(SessionId sessionId) implements OfSession {
        public static final String TYPE = "dev.callsheet.session.resume.v1";
    }
}
