package dev.callsheet.identity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final Picture DOT = new Picture(1, 1, new byte[3]);
    private static final Calibration SHIPPED = CalibrationFile.read(Optional.empty());

    /** Two references at 0 and 0.5; who stands at 1.0 is near the second, and far from both together. */
    @Test
    void theMeanOfTheReferencesDecidesAndNotTheNearest() {
        Performance performance = performance(0, 0.5);

        performance.add(sighting(0), seen(1.0, 7), null);

        FrameScore frame = performance.frames().getFirst();
        assertThat(frame.state()).isEqualTo(FrameScore.State.BELOW);
        assertThat(frame.distance()).isEqualTo(0.75);
        assertThat(frame.nearestReference()).isEqualTo(1);
    }

    @Test
    void aFrameWithoutAFaceIsCounted() {
        Performance performance = performance(0);

        performance.add(sighting(0), seen(0.1, 7), 0.25);
        performance.add(sighting(1), null, null);

        CharacterScores scores = performance.scores();
        assertThat(scores.sampled()).isEqualTo(2);
        assertThat(scores.coverage()).isEqualTo(0.5);
        assertThat(scores.presence()).isEqualTo(0.5);
        assertThat(performance.frames().get(1).span()).isEqualTo(0.75);
    }

    @Test
    void aBetterFaceCountsMoreInThePortrait() {
        Performance performance = performance(0);
        performance.add(sighting(0), seen(0.0, 7, 200), 0.25);
        performance.add(sighting(1), seen(0.4, 7, 30), null);

        Portrait portrait = performance.portrait("mia").orElseThrow();

        assertThat(portrait.mean().values()[0]).isBetween(0.08f, 0.1f);
        assertThat(portrait.frames()).isEqualTo(2);
    }

    @Test
    void aFaceThatIsBitForBitAReferencesIsACopy() {
        Performance performance = performance(0);
        performance.add(sighting(0), seen(0.0, 0), 0.25);
        performance.add(sighting(1), seen(0.1, -1), null);

        assertThat(performance.copied()).isEqualTo(0.5);
    }

    private static Performance performance(double... references) {
        List<Prototype.Single> singles = Arrays.stream(references)
                .mapToObj(place -> new Prototype.Single("r" + place, null, at(place), 0))
                .toList();
        return new Performance(Prototype.of(singles), SHIPPED, 1.0);
    }

    private static Sighting sighting(int index) {
        return new Sighting(index, index * 0.25, 0, false, DOT, List.of());
    }

    private static Casting.Part seen(double place, long hash) {
        return seen(place, hash, 200);
    }

    private static Casting.Part seen(double place, long hash, int height) {
        Point point = new Point(0, 0);
        Face face = new Face(new Box(0, 0, height, height), point, point, point, point, 1);
        var quality = new FaceQuality(height, 1, 0, 1, 1);
        return new Casting.Part(new Sighting.Seen(face, quality, null, at(place), hash, DOT), false, false);
    }

    private static Embedding at(double place) {
        return new Embedding(new float[] {(float) place});
    }
}
