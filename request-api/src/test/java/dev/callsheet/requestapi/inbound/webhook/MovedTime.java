package dev.callsheet.requestapi.inbound.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** Time as webhooks see it, which can be moved, and chance that can strike: between sending and writing down. */
@ApplicationScoped
class MovedTime {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger crashes = new AtomicInteger();

    @Produces
    @Singleton
    Clock clock() {
        return new Ahead();
    }

    /** Dies as often as it was told to. */
    @Produces
    @Singleton
    RandomGenerator random() {
        return () -> {
            if (crashes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the pod is gone");
            }
            return 0;
        };
    }

    void backToNow() {
        ahead.set(Duration.ZERO);
        crashes.set(0);
    }

    void goTo(Instant at) {
        ahead.set(Duration.between(Instant.now(), at));
    }

    void goOn(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    void crashOnce() {
        crashes.set(1);
    }

    private final class Ahead extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }
    }
}
