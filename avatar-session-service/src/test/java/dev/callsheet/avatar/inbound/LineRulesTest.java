package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** What a viewer's line lets through. */
class LineRulesTest {
    private static final long SECOND = 1_000_000_000L;
    private final List<Runnable> given = new ArrayList<>();
    private final Executor later = given::add;

    @Test
    void anAllowanceFillsAtItsRateAndNoFurtherThanItsLimit() {
        var allowance = new Allowance(10, 20, 0);

        for (int i = 0; i < 20; i++) {
            assertThat(allowance.take(1, 0)).isTrue();
        }
        assertThat(allowance.take(1, 0)).isFalse();
        assertThat(allowance.take(1, SECOND / 10)).isTrue();
        assertThat(allowance.take(1, SECOND / 10)).isFalse();
        assertThat(allowance.take(20, 100 * SECOND)).isTrue();
        assertThat(allowance.take(1, 100 * SECOND)).isFalse();
    }

    @Test
    void aLaneRunsAllInOrderOnOneThreadAtATimeAndHasAnEnd() {
        var done = new ArrayList<Integer>();
        var lane = new Lane(later, 3);

        for (int i = 0; i < 3; i++) {
            int number = i;
            assertThat(lane.offer(() -> done.add(number))).isTrue();
        }
        assertThat(lane.offer(() -> done.add(9))).isFalse();
        lane.run(() -> {
            throw new IllegalStateException("is logged");
        });
        lane.run(() -> done.add(4));
        assertThat(given).hasSize(1);
        given.removeFirst().run();

        assertThat(done).containsExactly(0, 1, 2, 4);
        assertThat(lane.offer(() -> done.add(5))).isTrue();
        assertThat(given).hasSize(1);
    }

    @Test
    void soundIsToldToBeLostOnceWhereNobodyListens() {
        var told = new ArrayList<String>();
        var microphone = new Microphone(Runnable::run, Optional::empty, (code, message) -> told.add(code));

        microphone.sound(new byte[640]);
        microphone.sound(new byte[640]);
        microphone.press();
        microphone.sound(new byte[640]);
        microphone.release();
        microphone.press();
        microphone.sound(new byte[3]);

        assertThat(told).containsExactly("microphone.closed", "microphone.none", "microphone.none");
    }

    @Test
    void soundThatIsNoSoundIsToldSo() {
        var told = new ArrayList<String>();
        var microphone = new Microphone(Runnable::run, Optional::empty, (code, message) -> told.add(code + message));

        microphone.sound(new byte[641]);

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("microphone.frame")
                .contains("641 bytes");
    }

    @Test
    void wordsWithoutANameGetOneThatIsTheirsAlone() {
        var ids = new InputIds(Clock.systemUTC());
        var session = new dev.callsheet.contracts.SessionId(new java.util.UUID(1, 2));

        assertThat(ids.ofCall(session, null)).isNotEqualTo(ids.ofCall(session, null));
        assertThat(ids.ofCall(session, "a")).isEqualTo(ids.ofCall(session, "a")).isNotEqualTo(ids.ofCall(session, "b"));
        assertThat(ids.ofMessage(session, "c", 1)).isNotEqualTo(ids.ofMessage(session, "c", 2));
    }
}
