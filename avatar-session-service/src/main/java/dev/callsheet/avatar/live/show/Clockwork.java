package dev.callsheet.avatar.live.show;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps shows going and forgets what has had its time. */
@Singleton
class Clockwork {
    private final Shows shows;
    private final Retention retention;
    private final long tickMillis;
    /** Quarkus' own scheduler does nothing more often than each second. */
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shows").daemon().factory());

    Clockwork(Shows shows, Retention retention, CommentSettings settings) {
        this.shows = shows;
        this.retention = retention;
        this.tickMillis = settings.tick().toMillis();
    }

    void start(@Observes StartupEvent event) {
        clock.scheduleWithFixedDelay(shows::tick, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    @Scheduled(
            identity = "retention",
            every = "${callsheet.retention.sweep:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void forget() {
        retention.sweep();
    }
}
