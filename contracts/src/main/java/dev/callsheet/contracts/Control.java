package dev.callsheet.contracts;

import org.jspecify.annotations.Nullable;

/** What a tenant tells a running request, on {@code callsheet.control.<tenant>}. */
public sealed interface Control {
    RequestId requestId();

    /** Stop as early as money allows. */
    record Cancel(RequestId requestId, @Nullable String reason) implements Control {
        public static final String TYPE = "dev.callsheet.control.cancel.v1";
    }
}
