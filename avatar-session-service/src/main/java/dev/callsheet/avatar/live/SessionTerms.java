package dev.callsheet.avatar.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** On what terms sessions run ({@code callsheet.session.*}). */
@ConfigMapping(prefix = "callsheet.session")
public interface SessionTerms {
    /** How long a session lives without a sign of its client. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often ended leases, unfinished ends and quiet sessions are looked for. */
    @WithDefault("2s")
    String sweep();

    /** From one try to stop and settle a session at the provider to the next. */
    @WithDefault("PT10S")
    Duration closeRetry();

    /** How often the provider is told that a live session is wanted; its own limit is five minutes. */
    @WithDefault("PT2M")
    Duration providerKeepAlive();

    /** The longest session that may be asked for, and the length of one that says nothing. */
    @WithDefault("PT20M")
    Duration maxLength();

    /** Price of one provider credit, that is one started minute, in micros of US dollars. */
    @WithDefault("100000")
    long microsPerCredit();

    /** Signs viewers' passes; the same in all replicas. Without it the key of the provider takes its place. */
    Optional<String> passSecret();
}
