package dev.callsheet.avatar.live.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.turn.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Promise PROMISE = () -> Duration.ofSeconds(3);

    @Test
    void theStagesAddUpToTheWholeWait() {
        var line = new Timeline(ASKED, at(100), at(400), at(450), at(600), at(700), at(1_200));

        assertThat(Stage.parts(line))
                .extracting(part -> part.length().toMillis())
                .containsExactly(100L, 300L, 50L, 150L, 100L, 500L);
    }

    @Test
    void wordsThatWereTextWaitForNoTranscription() {
        var line = new Timeline(ASKED, null, at(400), null, null, null, null);

        assertThat(Stage.parts(line)).extracting(Stage.Part::stage).containsExactly(Stage.THINK);
    }

    @Test
    void aStageIsNeverShorterThanNothing() {
        var line = new Timeline(ASKED, null, at(400), at(390), at(500), null, null);

        assertThat(Stage.parts(line))
                .extracting(part -> part.length().toMillis())
                .containsExactly(400L, 0L, 100L);
    }

    @Test
    void thePromiseIsKeptByAFaceInTimeAndByATurnThatWasCutBeforeItsTimeWasOver() {
        assertThat(PROMISE.kept(shown(3_000), at(9_000))).isTrue();
        assertThat(PROMISE.kept(shown(3_001), at(9_000))).isFalse();
        assertThat(PROMISE.kept(new Timeline(ASKED, null, null, null, null, null, null), at(900)))
                .isTrue();
        assertThat(PROMISE.kept(new Timeline(ASKED, null, null, null, null, null, null), at(3_100)))
                .isFalse();
    }

    private static Timeline shown(long millis) {
        return new Timeline(ASKED, null, null, null, null, null, at(millis));
    }

    private static Instant at(long millis) {
        return ASKED.plusMillis(millis);
    }
}
