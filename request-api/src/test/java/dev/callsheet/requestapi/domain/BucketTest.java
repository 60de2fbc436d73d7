package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Bucket.Rate RATE = new Bucket.Rate(10, 20);
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstEmptiesItAndTimeFillsIt() {
        Bucket bucket = Bucket.full(RATE, 0).taken(20);

        assertThat(bucket.hasOne()).isFalse();
        assertThat(bucket.secondsToOne(RATE)).isEqualTo(1);
        assertThat(bucket.secondsToFull(RATE)).isEqualTo(2);
        assertThat(bucket.at(SECOND / 10, RATE).hasOne()).isTrue();
        assertThat(bucket.at(SECOND, RATE).tokens()).isEqualTo(10);
    }

    @Test
    void itNeverHoldsMoreThanItsBurstAndTimeNeverGoesBack() {
        assertThat(Bucket.full(RATE, 0).at(1_000 * SECOND, RATE).tokens()).isEqualTo(20);
        assertThat(Bucket.full(RATE, SECOND).taken(5).at(0, RATE).tokens()).isEqualTo(15);
        assertThat(RATE.window()).isEqualTo(2);
    }
}
