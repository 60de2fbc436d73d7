package dev.callsheet.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueStubTest {
    private final QueueStub jobs = new QueueStub(3);

    @Test
    void theLagIsOfTheFirstLookAfterTheEndOnly() {
        jobs.begin(1_000, 2, 1);

        assertThat(jobs.read(1, 1_999)).contains(false);
        assertThat(jobs.read(1, 2_300)).contains(true);
        assertThat(jobs.read(1, 9_000)).contains(true);

        assertThat(jobs.account().ended()).isEqualTo(1);
        assertThat(jobs.account().lags().max()).isEqualTo(300);
    }

    @Test
    void aJobThatShallNotEndRunsForEver() {
        jobs.begin(1_000, 2, 1);

        assertThat(jobs.read(2, 900_000)).contains(false);
        assertThat(jobs.read(3, 900_000)).isEmpty();
    }

    @Test
    void theGapIsOfTheFirstLookAfterTheDeathAndOnlyOfTheDeadOnesJobs() {
        jobs.read(0, 500);
        jobs.died(1_000, 1);
        jobs.read(2, 1_100);
        jobs.read(0, 1_400);
        jobs.read(0, 5_000);

        assertThat(jobs.account().revived()).isEqualTo(1);
        assertThat(jobs.account().gaps().max()).isEqualTo(400);
    }
}
