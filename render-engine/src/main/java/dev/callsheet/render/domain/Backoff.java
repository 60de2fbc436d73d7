package dev.callsheet.render.domain;

import java.time.Duration;

/** Growing pauses: doubled at each try up to a limit, spread by a name so that takes do not come in step. */
public record Backoff(Duration first, Duration limit) {

    /** The pause after this many tries (from 1). */
    public Duration after(int tries, Object name) {
        long doubled = first.toMillis() << Math.clamp(tries - 1L, 0, 20);
        long pause = Math.min(doubled, limit.toMillis());
        long spread = Math.floorMod(name.hashCode() * 31L + tries, 1000L);
        return Duration.ofMillis(pause / 2 + pause * spread / 2000);
    }
}
