package dev.callsheet.scorer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.Outcome;
import dev.callsheet.identity.measure.CampaignReport.Word;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.scorer.domain.CampaignScores.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignScoresTest {
    private static final String MODEL = "model-a";
    private static final CampaignScores.Yardstick YARDSTICK =
            new CampaignScores.Yardstick("calibration", MODEL, 0.6, 0.5);

    @Test
    void theArmsAreCountedApartAndWhatIsNotThereIsNotPassed() {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            told.add(take(i, true, Outcome.PASS));
        }
        told.add(take(16, true, Outcome.FAIL));
        told.add(take(17, true, Outcome.REVIEW));
        told.add(take(18, true, Outcome.NOT_MEASURABLE));
        told.add(take(19, true, Outcome.UNMADE));
        told.add(take(20, false, Outcome.PASS));

        CampaignReport report = report(told);

        CampaignReport.Rate bound = Objects.requireNonNull(report.bound());
        assertThat(bound.takes()).isEqualTo(20);
        assertThat(bound.passed()).isEqualTo(16);
        assertThat(List.of(bound.failed(), bound.review(), bound.notMeasurable(), bound.unmade()))
                .containsOnly(1);
        assertThat(bound.rate()).isEqualTo(0.8);
        // The published example: 16 of 20 is 58.4 % to 91.9 %.
        assertThat(bound.low()).isEqualTo(0.584, within(0.0005));
        assertThat(bound.high()).isEqualTo(0.919, within(0.0005));
        assertThat(Objects.requireNonNull(report.unbound()).takes()).isEqualTo(1);
    }

    @Test
    void anArmWithoutTakesHasNoRate() {
        assertThat(report(List.of(take(0, true, Outcome.PASS))).unbound()).isNull();
    }

    @Test
    void aPersonsWordChangesNoRate() {
        Told failed = take(0, true, Outcome.FAIL);

        CampaignReport report = report(List.of(
                new Told(failed.take(), Word.APPROVED, false, Map.of()),
                new Told(take(1, true, Outcome.PASS).take(), Word.REJECTED, false, Map.of())));

        assertThat(report.approved()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(Objects.requireNonNull(report.bound()).passed()).isEqualTo(1);
        assertThat(report.clips())
                .extracting(CampaignReport.Clip::ruling)
                .containsExactly(Word.APPROVED, Word.REJECTED);
        assertThat(report.notes()).anyMatch(note -> note.contains("does not change the rate"));
    }

    @Test
    void portraitsAreComparedEachWithEach() {
        List<Told> told = List.of(seen(0, 0), seen(1, 0.3), seen(2, 1));

        CampaignReport.Pairs pairs =
                Objects.requireNonNull(report(told).characters().getFirst().pairs());

        assertThat(pairs.clips()).containsExactly(0, 1, 2);
        assertThat(pairs.count()).isEqualTo(3);
        assertThat(pairs.within()).isEqualTo(1);
        assertThat(pairs.share()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(pairs.distance(0, 1)).isEqualTo(0.3, within(1e-6));
        assertThat(pairs.distance(2, 0)).isEqualTo(1.0, within(1e-6));
        assertThat(pairs.distance(2, 2)).isZero();
        assertThat(pairs.mean()).isEqualTo(2 / 3.0, within(1e-6));
    }

    @Test
    void portraitsOfAnotherModelAreNotCompared() {
        Told other = new Told(
                seen(2, 0).take(), null, false, Map.of("mia", new KeptPortrait("model-b", new Embedding(new float[] {0
                }))));

        CampaignReport report = report(List.of(seen(0, 0), seen(1, 0.3), other));

        assertThat(Objects.requireNonNull(report.characters().getFirst().pairs())
                        .clips())
                .containsExactly(0, 1);
    }

    @Test
    void manyClipsAreSampledEvenlyAndItIsSaid() {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            told.add(seen(i, i / 1_000f));
        }

        CampaignReport report = report(told);

        CampaignReport.Pairs pairs =
                Objects.requireNonNull(report.characters().getFirst().pairs());
        assertThat(pairs.clips()).hasSize(500).startsWith(0, 2).endsWith(999);
        assertThat(pairs.outOf()).isEqualTo(1_000);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Of the 1000 clips of mia 500, evenly spread"));
    }

    @Test
    void aCharacterThatGetsFartherAwayDrifts() {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            told.add(seen(i, 0, 0.3 + i * 0.02));
        }

        Double drift = report(told).characters().getFirst().drift();

        assertThat(drift).isEqualTo(0.16, within(1e-9));
        assertThat(report(told.subList(0, 4)).characters().getFirst().drift()).isNull();
    }

    @Test
    void theOrderInWhichTakesComeDoesNotMatter() {
        List<Told> told =
                new ArrayList<>(List.of(seen(0, 0), seen(1, 0.3), take(2, false, Outcome.UNMADE), seen(3, 1)));
        CampaignReport inOrder = report(told);

        Collections.reverse(told);

        assertThat(report(told)).isEqualTo(inOrder);
    }

    @Test
    void anErasedCharacterIsCountedAndNotShown() {
        CampaignTake before = seen(0, 0).take();
        CampaignTake erased = before.without("mia");

        CampaignReport report = report(List.of(new Told(erased, null, true, Map.of()), seen(1, 0.3)));

        assertThat(Objects.requireNonNull(report.bound()).takes()).isEqualTo(2);
        assertThat(Objects.requireNonNull(report.bound()).passed()).isEqualTo(2);
        assertThat(report.clips().getFirst().clip()).isNull();
        assertThat(report.clips().getFirst().report()).isNull();
        assertThat(report.characters().getFirst().marks()).hasSize(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("consent was withdrawn"));
    }

    private static CampaignReport report(List<Told> told) {
        return CampaignScores.of("spring", told.size(), YARDSTICK, told);
    }

    private static Told take(int i, boolean bound, Outcome outcome) {
        return new Told(made(i, bound, outcome, List.of()), null, false, Map.of());
    }

    /** A passed clip whose only character stands at this place on a line. */
    private static Told seen(int i, double place) {
        return seen(i, place, 0.3);
    }

    private static Told seen(int i, double place, @Nullable Double median) {
        var part = new CampaignTake.Part("mia", Verdict.Outcome.PASS, true, median, 1.0, List.of());
        var portrait = new KeptPortrait(MODEL, new Embedding(new float[] {(float) place}));
        return new Told(made(i, true, Outcome.PASS, List.of(part)), null, false, Map.of("mia", portrait));
    }

    private static CampaignTake made(int i, boolean bound, Outcome outcome, List<CampaignTake.Part> parts) {
        return new CampaignTake(
                "spring",
                "request-" + i,
                "take-" + i,
                1,
                bound,
                outcome,
                "because",
                outcome == Outcome.UNMADE ? null : "s3://callsheet/clip-" + i,
                outcome == Outcome.UNMADE ? null : "s3://callsheet/report-" + i,
                Instant.EPOCH.plusSeconds(i),
                parts);
    }
}
