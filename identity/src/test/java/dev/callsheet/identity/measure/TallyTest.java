package dev.callsheet.identity.measure;

import static dev.callsheet.identity.measure.Sample.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.measure.CharacterScores.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void sharesAreOfTheFramesThatTheyName() {
        CharacterScores scores = scores(0.4, 0.5, 0.7, null);

        assertThat(scores.coverage()).isEqualTo(0.75);
        assertThat(scores.framesWithin()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(scores.noFace()).isEqualTo(1);
        assertThat(scores.median()).isEqualTo(0.5);
        assertThat(scores.nearest()).isEqualTo(0.4);
        assertThat(scores.farthest()).isEqualTo(0.7);
    }

    @Test
    void aFaceTooSmallIsPresentButNotMeasured() {
        List<FrameScore> frames = new ArrayList<>(Sample.frames(0.4, 0.4));
        frames.add(Sample.tooSmall(0.5));

        CharacterScores scores = Tally.of(frames, List.of(), Sample.limits());

        assertThat(scores.presence()).isEqualTo(1);
        assertThat(scores.evaluable()).isEqualTo(2);
        assertThat(scores.lowQuality()).isEqualTo(1);
    }

    @Test
    void aFailureGoesOnUntilAGoodFrame() {
        CharacterScores scores = scores(0.4, 0.8, null, 0.8, 0.4, 0.8);

        assertThat(scores.failing()).containsExactly(new Interval(0.25, 1.0, 0.5), new Interval(1.25, 1.5, 0.25));
        assertThat(scores.longestFailing()).isEqualTo(0.5);
    }

    @Test
    void driftIsTheEndLessTheBeginning() {
        assertThat(scores(0.2, 0.2, 0.3, 0.4, 0.4, 0.4, 0.5, 0.5, 0.6, 0.6).drift())
                .isCloseTo(0.4, within(1e-9));
    }

    @Test
    void withoutAFaceThereIsNoFigureAndNotZero() {
        CharacterScores scores = scores(null, null);

        assertThat(scores.median()).isNull();
        assertThat(scores.framesWithin()).isNull();
        assertThat(scores.coverage()).isZero();
    }

    @Test
    void aFrameThatBoundsAFailureCountsInItsLengthAndInNoShare() {
        List<FrameScore> frames = new ArrayList<>(Sample.frames(0.4, 0.8, 0.8));
        FrameScore known = frames.get(1);
        frames.add(
                1,
                new FrameScore(
                        0.125, 0.125, true, FrameScore.State.BELOW, known.box(), 100, 0.0, 0.8, 1L, 0, false, null));

        CharacterScores scores = Tally.of(frames, List.of(), Sample.limits());

        assertThat(scores.sampled()).isEqualTo(3);
        assertThat(scores.framesWithin()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(scores.failing().getFirst().from()).isEqualTo(0.125);
    }

    @Test
    void slopeIsPerSecondAndOneOddFrameDoesNotMoveIt() {
        assertThat(scores(0.1, 0.15, 0.2, 0.9, 0.3, 0.35).slope()).isCloseTo(0.2, within(1e-9));
        assertThat(scores(0.1, 0.15, 0.2, 0.9, 0.3, 0.35).jump()).isCloseTo(0.7, within(1e-9));
    }
}
