package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.EndWatch;
import dev.callsheet.avatar.live.Ownership;
import dev.callsheet.avatar.live.Reaper;
import dev.callsheet.avatar.live.Rotation;
import dev.callsheet.avatar.live.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/** The clockwork of sessions. */
@Singleton
class Sweep {
    private final Rounds rounds;
    private final Rotation rotation;
    private final EndWatch ends;
    private final Ownership ownership;
    private final Reaper reaper;

    Sweep(Rounds rounds, Rotation rotation, EndWatch ends, Ownership ownership, Reaper reaper) {
        this.rounds = rounds;
        this.rotation = rotation;
        this.ends = ends;
        this.ownership = ownership;
        this.reaper = reaper;
    }

    @Scheduled(
            identity = "sessions",
            every = "${callsheet.session.sweep:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void sweep() {
        rounds.sweep();
        ownership.adopt();
    }

    /** Its own clockwork: a provider that answers slowly must not make this process lose what it holds. */
    @Scheduled(
            identity = "ownership",
            every = "${callsheet.session.heartbeat:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void beat() {
        ownership.beat();
    }

    @Scheduled(
            identity = "ends",
            every = "${callsheet.session.watch:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void watch() {
        rotation.look();
        ends.look();
    }

    @Scheduled(
            identity = "reaper",
            every = "${callsheet.session.reap:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void reap() {
        reaper.reap();
    }
}
