package dev.callsheet.twin.queue.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of the faults door. */
final class FaultWire {

    private FaultWire() {}

    /**
     * A fault to arm; without count and seconds, for one call.
     *
     * @param count calls that it strikes
     * @param seconds after which it goes away
     * @param lasts length of its effect, as in scripts
     * @param amount what its effect counts, as in scripts; negative for no end
     */
    record Order(
            @Nullable String fault,
            @Nullable Integer count,
            @Nullable Long seconds,
            @Nullable String lasts,
            @Nullable Integer amount) {}

    /** An armed fault. */
    record Armed(String fault, String at, int left, Instant until) {}

    /** What taking faults away did. */
    record Released(long released) {}
}
