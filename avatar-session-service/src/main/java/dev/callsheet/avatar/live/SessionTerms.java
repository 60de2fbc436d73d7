package dev.callsheet.avatar.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** On what terms sessions run ({@code callsheet.session.*}). */
@ConfigMapping(prefix = "callsheet.session")
public interface SessionTerms {
    /** How long a session lives without a sign of its client. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often ended leases, unfinished ends, quiet and waiting sessions are looked for. */
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

    /** The longest leg that is asked of the provider. */
    @WithDefault("PT20M")
    Duration legLength();

    /** How long before its end a leg is followed by the next; at most a third of the leg. */
    @WithDefault("PT20S")
    Duration rotateBefore();

    /** How long viewers get to be ready for the next leg's picture. */
    @WithDefault("PT3S")
    Duration readyPatience();

    /** How long before the end the closing sentence is spoken. */
    @WithDefault("PT25S")
    Duration warnBefore();

    /** A leg that is on its way to the provider for longer was left behind by a process that died. */
    @WithDefault("PT45S")
    Duration openTimeout();

    /** How many sessions the provider's account may run at once; unknown if not set: then the provider is asked. */
    OptionalInt seats();

    /** How long the provider's last no is believed: others may use the account too, and leave. */
    @WithDefault("PT15S")
    Duration fullFor();

    /** How often the running conversations are looked at for their next rotation and their end. */
    @WithDefault("1s")
    String watch();

    /** How often a process says that it holds its conversations. */
    @WithDefault("1s")
    String heartbeat();

    /** How long a process that says nothing holds its conversations. */
    @WithDefault("PT6S")
    Duration ownerFor();

    /** How often the provider's list of running sessions is compared with ours. */
    @WithDefault("30s")
    String reap();

    /** Whether nobody else uses the provider's account: then a running session that is not ours is stopped. */
    @WithDefault("false")
    boolean soleUserOfAccount();

    /** Price of one provider credit in micros of US dollars. LITE takes one for each started minute, FULL two. */
    @WithDefault("100000")
    long microsPerCredit();

    /** Signs viewers' passes; the same in all replicas. Without it the key of the provider takes its place. */
    Optional<String> passSecret();
}
