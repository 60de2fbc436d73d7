package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<Integer>> groups = new ArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch others = new CountDownLatch(1);

    /** Holds its first group until the others wait; refuses any group with a negative number in it. */
    private final GroupCommit<Integer, String> commit = new GroupCommit<>(items -> {
        groups.add(items);
        if (groups.size() == 1) {
            first.countDown();
            hold();
        }
        if (items.stream().anyMatch(item -> item < 0)) {
            throw new SQLException("refused " + items);
        }
        return items.stream().map(item -> "stored " + item).toList();
    });

    @Test
    void whatComesWhileOneGroupIsStoredGoesTogetherAndABadOneFailsAlone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> commit.commit(0));
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            List<Future<String>> rest = new ArrayList<>();
            for (int item : new int[] {1, -2, 3}) {
                rest.add(threads.submit(() -> commit.commit(item)));
            }
            while (commit.waiting() < 3) {
                Thread.onSpinWait();
            }
            others.countDown();

            assertThat(one.get()).isEqualTo("stored 0");
            assertThat(rest.get(0).get()).isEqualTo("stored 1");
            assertThatThrownBy(() -> rest.get(1).get()).hasRootCauseMessage("refused [-2]");
            assertThat(rest.get(2).get()).isEqualTo("stored 3");
        }
        assertThat(groups.get(1)).containsExactlyInAnyOrder(1, -2, 3);
        assertThat(groups).hasSize(5);
    }

    private void hold() {
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
