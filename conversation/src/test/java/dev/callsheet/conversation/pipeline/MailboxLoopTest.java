package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxLoopTest {
    private static final int THREADS = 8;
    private static final int EACH = 20_000;

    private final Loops loops = new Loops();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void tasksRunOneAfterTheOtherAndThoseOfOneThreadInOrder() throws Exception {
        var loop = loops.open();
        var inside = new AtomicInteger();
        int[] most = {0};
        var last = new int[THREADS];
        var disorder = new ArrayList<Integer>();
        var done = new CountDownLatch(THREADS * EACH);
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= EACH; i++) {
                    int number = i;
                    loop.execute(() -> {
                        most[0] = Math.max(most[0], inside.incrementAndGet());
                        if (last[thread] != number - 1) {
                            disorder.add(number);
                        }
                        last[thread] = number;
                        inside.decrementAndGet();
                        done.countDown();
                    });
                }
            }));
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(most[0]).isEqualTo(1);
        assertThat(disorder).isEmpty();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void aTaskThatBreaksStopsNothing() throws Exception {
        var loop = loops.open();
        var done = new CountDownLatch(1);

        loop.execute(() -> {
            throw new IllegalStateException("broken");
        });
        loop.execute(done::countDown);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsDueRunsAndWhatIsClosedDoesNot() throws Exception {
        var loop = loops.open();
        var ran = new ArrayList<String>();
        var done = new CountDownLatch(1);

        loop.after(Duration.ofMillis(20), () -> ran.add("closed")).close();
        loop.after(Duration.ofMillis(10), () -> ran.add("due"));
        loop.after(Duration.ofMillis(40), done::countDown);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isEqualTo(List.of("due"));
    }
}
