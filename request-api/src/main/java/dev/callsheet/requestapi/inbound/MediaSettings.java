package dev.callsheet.requestapi.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The keys under {@code callsheet.media}. */
@ConfigMapping(prefix = "callsheet.media")
interface MediaSettings {

    /** How long an upload may begin after it was granted. */
    @WithDefault("15m")
    Duration grantLifetime();

    /** How many addresses are read at once, and how many uploads are looked into. */
    @WithDefault("4")
    int parallel();

    /** Hosts ({@code name} or {@code name:port}) that need not be public and may be asked by http; for development. */
    Optional<Set<String>> hosts();

    /** Whether every host may be asked by plain http. */
    @WithDefault("false")
    boolean http();

    /** Longest time for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest time between two bytes. */
    @WithDefault("10s")
    Duration silence();

    /** Longest time for one file, redirects included. */
    @WithDefault("60s")
    Duration fetchTimeout();
}
