package dev.callsheet.render;

import dev.callsheet.render.domain.TakeState;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much is done at the same moment: looks at the provider, and files that are carried. */
final class Permits {
    private final int parallel;
    private final int carrying;
    private final Semaphore looks;
    private final Semaphore carriers;

    Permits(int parallel, int carrying) {
        this.parallel = parallel;
        this.carrying = carrying;
        this.looks = new Semaphore(parallel);
        this.carriers = new Semaphore(carrying);
    }

    /** Carrying files takes long and must not hold up the looks at renders. */
    Semaphore of(TakeState state) {
        return switch (state) {
            case TakeState.Queued _, TakeState.Fetching _ -> carriers;
            case TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Rendering _,
                    TakeState.Wedged _,
                    TakeState.Finished _,
                    TakeState.Failed _,
                    TakeState.Cancelled _ -> looks;
        };
    }

    /** Takes all permits away; waits so long for each sort that is still in use. */
    void drain(long seconds) throws InterruptedException {
        looks.tryAcquire(parallel, seconds, TimeUnit.SECONDS);
        carriers.tryAcquire(carrying, seconds, TimeUnit.SECONDS);
    }
}
