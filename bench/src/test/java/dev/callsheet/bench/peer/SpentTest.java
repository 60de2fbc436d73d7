package dev.callsheet.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpentTest {
    @Test
    void theTimeOfChildrenIsFoundBehindAnyProgramName() {
        // proc(5): utime 14, stime 15, cutime 16, cstime 17.
        String stat = "42 (a) b (c) S 1 42 42 0 -1 4194560 100 200 0 0 14 15 16 17 20 0 1";

        assertThat(Spent.childTicks(stat)).isEqualTo(16 + 17);
    }

    @Test
    void theWorkIsTheThreadAndItsChildrenWithoutTheCollector() {
        Spent twice = new Spent(4, 1, 2, 0.5).plus(new Spent(4, 1, 2, 0.5));

        assertThat(twice.cpu()).isEqualTo(3);
        assertThat(twice.whole()).isEqualTo(5);
        assertThat(twice.over(2)).isEqualTo(new Spent(4, 1, 2, 0.5));
    }
}
