package dev.callsheet.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlayheadTest {
    private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void nothingIsHeardBeforeTheAvatarSaysThatItSpeaks() {
        var head = Playhead.START.give(SECOND, T0);

        assertThat(head.heard(T0.plusSeconds(9))).isZero();
        assertThat(head.ahead(T0.plusSeconds(9))).isEqualTo(SECOND);
    }

    @Test
    void itIsHeardEvenlyFromThenOn() {
        var head = Playhead.START.give(SECOND, T0).give(SECOND, T0).started(T0.plusMillis(300));

        assertThat(head.heard(T0.plusMillis(800))).isEqualTo(Duration.ofMillis(500));
        assertThat(head.ahead(T0.plusMillis(800))).isEqualTo(Duration.ofMillis(1500));
        assertThat(head.heard(T0.plusSeconds(9))).isEqualTo(SECOND.multipliedBy(2));
    }

    @Test
    void anAvatarThatRanDryGoesOnWithTheSameDelayAsAtItsBegin() {
        var dry = Playhead.START.give(SECOND, T0).started(T0.plusMillis(300));

        var head = dry.give(SECOND, T0.plusSeconds(5));

        assertThat(head.heard(T0.plusMillis(5000))).isEqualTo(SECOND);
        assertThat(head.heard(T0.plusMillis(5300))).isEqualTo(SECOND);
        assertThat(head.heard(T0.plusMillis(5800))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aSecondWordOfItsBeginChangesNothing() {
        var head = Playhead.START.give(SECOND, T0).started(T0.plusMillis(300));

        assertThat(head.started(T0.plusMillis(900))).isEqualTo(head);
        assertThat(Playhead.START.started(T0)).isEqualTo(Playhead.START);
    }
}
