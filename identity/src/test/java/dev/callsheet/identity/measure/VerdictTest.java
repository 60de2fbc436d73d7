package dev.callsheet.identity.measure;

import static dev.callsheet.identity.measure.Sample.then;
import static dev.callsheet.identity.measure.Sample.times;
import static dev.callsheet.identity.measure.Sample.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void aFaceThatStaysNearPasses() {
        assertThat(verdict(times(20, 0.4)).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aFaceThatIsFarMostOfTheTimeFails() {
        Verdict verdict = verdict(then(times(11, 0.8), times(9, 0.4)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reasons().getFirst().rule()).isEqualTo("framesWithin >= 0.5");
        assertThat(verdict.reasons().getFirst().value()).isEqualTo(0.45);
    }

    @Test
    void aSecondAndAHalfOfAnotherFaceFailsALongClip() {
        Verdict verdict = verdict(then(times(34, 0.4), times(6, 0.8)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reasons()).extracting(Verdict.Reason::rule).containsExactly("failingSeconds < 1.5");
    }

    @Test
    void halfASecondOfAnotherFaceIsForAPersonToReview() {
        assertThat(verdict(then(times(30, 0.4), 0.8, 0.8)).outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void oneFrameBeyondTheThresholdDoesNotSpoilAClip() {
        assertThat(verdict(then(times(20, 0.4), 0.61)).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aFaceThatDisappearsIsCountedAndNotSkipped() {
        Verdict verdict = verdict(then(times(11, 0.4), times(9, null)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(verdict.reasons()).extracting(Verdict.Reason::rule).containsExactly("coverage >= 0.6");
    }

    @Test
    void aFaceThatIsHardlyThereIsNotMeasurable() {
        assertThat(verdict(then(times(5, 0.4), times(15, null))).outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(verdict(then(times(5, 0.9), times(15, null))).outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
        assertThat(verdict().outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    }

    @Test
    void tooFewFramesAreNoProof() {
        assertThat(verdict(times(7, 0.4)).outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void ofSeveralCharactersTheGravestDecides() {
        Verdict pass = verdict(times(20, 0.4));
        Verdict fail = verdict(times(20, 0.9));
        Verdict blind = verdict(times(20, null));

        assertThat(Verdict.gravest(List.of(pass, blind, fail))).isEqualTo(fail);
        assertThat(Verdict.gravest(List.of(blind, pass))).isEqualTo(blind);
    }

    @Test
    void whoeverDriftsAwayIsForAPersonToReview() {
        Verdict verdict = verdict(0.25, 0.27, 0.3, 0.32, 0.35, 0.38, 0.4, 0.43, 0.46, 0.5, 0.54, 0.58);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(verdict.reasons()).extracting(Verdict.Reason::rule).containsExactly("drift <= 0.2");
    }

    @Test
    void whoeverMightBeSomebodyElseIsForAPersonToReview() {
        List<FrameScore> frames = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            frames.add(Sample.ambiguous(i * Sample.STEP));
        }

        assertThat(Verdict.of(Tally.of(frames, List.of(), Sample.limits()), Sample.limits())
                        .outcome())
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void aSecondFaceThatWouldPassTooIsForAPersonToReview() {
        List<FrameScore> frames = new ArrayList<>(Sample.frames(times(17, 0.4)));
        for (int i = 17; i < 20; i++) {
            frames.add(Sample.doubled(i * Sample.STEP));
        }

        Verdict verdict = Verdict.of(Tally.of(frames, List.of(), Sample.limits()), Sample.limits());

        assertThat(verdict.reasons()).extracting(Verdict.Reason::rule).containsExactly("doubled <= 0.1");
    }

    @Test
    void theFallbackNeverPassesAndNeverFails() {
        for (String band : List.of("LIKELY_SAME", "UNSURE", "LIKELY_DIFFERENT")) {
            var likeness = new ClipReport.LikenessScores(band, 20, 0.99, 0.99, 0.99, 0.7, 0.6);
            assertThat(Verdict.of(likeness).outcome()).isEqualTo(Outcome.REVIEW);
        }
    }
}
