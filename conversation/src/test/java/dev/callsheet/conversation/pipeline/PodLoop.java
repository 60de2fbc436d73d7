package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.time.Instant;

/** The loop of a process that may die: from then on nothing happens in it any more. */
final class PodLoop implements Loop {
    private final VirtualLoop world;
    private boolean dead;

    PodLoop(VirtualLoop world) {
        this.world = world;
    }

    void die() {
        dead = true;
    }

    @Override
    public void execute(Runnable task) {
        world.execute(alive(task));
    }

    @Override
    public Work after(Duration time, Runnable task) {
        return world.after(time, alive(task));
    }

    @Override
    public Instant now() {
        return world.now();
    }

    private Runnable alive(Runnable task) {
        return () -> {
            if (!dead) {
                task.run();
            }
        };
    }
}
