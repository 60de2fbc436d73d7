package dev.callsheet.requestapi.outbound.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys under {@code callsheet.webhooks}. */
@ConfigMapping(prefix = "callsheet.webhooks")
public interface WebhookSettings {
    /** Seals what deliveries are signed with: base64 of 32 random bytes. Without it there are no webhooks. */
    Optional<String> masterKey();

    /** Keys that were the master key before; they only open. */
    Optional<List<String>> olderKeys();

    /** Hosts ({@code name} or {@code name:port}) that need not be public and may be sent to by http; for development. */
    Optional<Set<String>> hosts();

    /** Longest time for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest time for an attempt, its answer included. */
    @WithDefault("15s")
    Duration timeout();

    /** How long an attempt may be without a word before it is taken to be lost with its pod; longer than the timeout. */
    @WithDefault("60s")
    Duration lease();

    /** How soon a delivery of another pod's, or one that has become due, is seen. */
    @WithDefault("1s")
    Duration lookAgain();

    /** How many are sent at once by one pod. */
    @WithDefault("64")
    int atOnce();

    /** How many are sent at once to one endpoint, by all pods together. */
    @WithDefault("4")
    int perEndpoint();

    /** How many endpoints a tenant may have. */
    @WithDefault("10")
    int perTenant();

    /** An endpoint that has only failed for so long is disabled. */
    @WithDefault("5d")
    Duration disableAfter();

    /** Longest pause that a receiver may ask for with Retry-After. */
    @WithDefault("12h")
    Duration retryAfterAtMost();

    /** Facts that are older when they are heard are not sent; shorter than {@link #keep}. */
    @WithDefault("7d")
    Duration horizon();

    /** How long deliveries are listed and can be sent again. */
    @WithDefault("30d")
    Duration keep();

    /** How often what is older than that is cleared, and how the deliveries stand is counted. */
    @WithDefault("15s")
    Duration clearEvery();
}
