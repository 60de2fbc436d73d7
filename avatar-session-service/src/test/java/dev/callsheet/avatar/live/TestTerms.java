package dev.callsheet.avatar.live;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The usual terms, with what a test wants otherwise. */
record TestTerms(Duration legLength, OptionalInt seats, boolean soleUserOfAccount) implements SessionTerms {
    static final TestTerms USUAL = new TestTerms(Duration.ofMinutes(20), OptionalInt.empty(), false);

    @Override
    public Duration lease() {
        return Duration.ofSeconds(30);
    }

    @Override
    public String sweep() {
        return "2s";
    }

    @Override
    public Duration closeRetry() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration providerKeepAlive() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration maxLength() {
        return Duration.ofMinutes(20);
    }

    @Override
    public Duration rotateBefore() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration readyPatience() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration warnBefore() {
        return Duration.ofSeconds(25);
    }

    @Override
    public Duration openTimeout() {
        return Duration.ofSeconds(45);
    }

    @Override
    public Duration fullFor() {
        return Duration.ofSeconds(15);
    }

    @Override
    public String watch() {
        return "500ms";
    }

    @Override
    public String heartbeat() {
        return "1s";
    }

    @Override
    public Duration ownerFor() {
        return Duration.ofSeconds(6);
    }

    @Override
    public String reap() {
        return "30s";
    }

    @Override
    public long microsPerCredit() {
        return 100_000;
    }

    @Override
    public Optional<String> passSecret() {
        return Optional.empty();
    }
}
