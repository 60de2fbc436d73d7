package dev.callsheet.router.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes(Optional.of(3));

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void aSharedBatchKeepsItsOrder() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

        List<Integer> doubled = lanes.each(items, item -> {
            threads.add(Thread.currentThread());
            return item * 2;
        });

        assertThat(doubled).isEqualTo(items.stream().map(item -> item * 2).toList());
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void aSmallBatchIsDoneAtOnceWhereItIs() {
        assertThat(lanes.each(List.of(1, 2), _ -> Thread.currentThread())).containsOnly(Thread.currentThread());
    }

    @Test
    void aFailureComesOutAsItIs() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

        assertThatThrownBy(() -> lanes.each(items, item -> {
                    if (item == 700) {
                        throw new UnsupportedOperationException("700");
                    }
                    return item;
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("700");
    }
}
