package dev.callsheet.media.door;

import dev.callsheet.media.MediaFormat.Kind;
import java.util.Map;

/** What may come through the door: kinds of media, and of each the most bytes. */
public record Wanted(Map<Kind, Long> mostBytes) {
    public Wanted {
        mostBytes = Map.copyOf(mostBytes);
    }

    /** One kind. */
    public static Wanted only(Kind kind, long mostBytes) {
        return new Wanted(Map.of(kind, mostBytes));
    }

    long most() {
        return mostBytes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
