package dev.callsheet.twin.livekit;

import java.util.UUID;

/** Ids as LiveKit makes them: two letters that tell the kind, and twelve that tell nothing. */
final class Sids {
    private Sids() {}

    static String next(String kind) {
        return kind + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
