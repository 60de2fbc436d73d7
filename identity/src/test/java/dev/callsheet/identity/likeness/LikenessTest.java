package dev.callsheet.identity.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.likeness.Likeness.Band;
import dev.callsheet.identity.likeness.Likeness.Bands;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Bands LINES = new Bands(0.69, 0.58);
    private static final double USUAL = 0.73;

    @Test
    void theLinesPartThreeBands() {
        assertThat(LINES.of(0.69)).isEqualTo(Band.LIKELY_SAME);
        assertThat(LINES.of(0.689)).isEqualTo(Band.UNSURE);
        assertThat(LINES.of(0.58)).isEqualTo(Band.UNSURE);
        assertThat(LINES.of(0.579)).isEqualTo(Band.LIKELY_DIFFERENT);
    }

    @Test
    void crossedLinesAreRefused() {
        assertThatThrownBy(() -> new Bands(0.5, 0.6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneReferenceLowersTheLines() {
        Bands lines = Likeness.of(agreeing(1, 1), LINES).bands();

        assertThat(lines.same()).isCloseTo(0.64, within(1e-9));
        assertThat(lines.different()).isCloseTo(0.45, within(1e-9));
    }

    @Test
    void referencesOfUsualAgreementLeaveTheLinesWhereTheyAre() {
        Bands lines = Likeness.of(agreeing(3, USUAL), LINES).bands();

        assertThat(lines.same()).isCloseTo(LINES.same(), within(0.002));
        assertThat(lines.different()).isCloseTo(LINES.different(), within(0.002));
    }

    @Test
    void referencesThatDifferLowerTheLinesByAQuarterOfIt() {
        Bands lines = Likeness.of(agreeing(3, USUAL - 0.12), LINES).bands();

        assertThat(lines.same()).isCloseTo(LINES.same() - 0.03, within(0.002));
        assertThat(lines.different()).isCloseTo(LINES.different() - 0.03, within(0.002));
    }

    @Test
    void copiesOfOnePictureRaiseTheLinesNoFartherThanTheCap() {
        Bands lines = Likeness.of(agreeing(3, 1), LINES).bands();

        assertThat(lines.same()).isCloseTo(LINES.same() + 0.05, within(1e-6));
    }

    @Test
    void theAnswerNamesTheSimilarityItIsMadeFrom() {
        List<Impression> references = agreeing(3, USUAL);
        Impression picture = references.getFirst();

        Likeness.Answer answer = Likeness.of(references, LINES).compare(picture);

        assertThat(answer.similarity()).isEqualTo(picture.similarity(Impression.mean(references)));
        assertThat(answer.band()).isEqualTo(Band.LIKELY_SAME);
    }

    /** References of the same colours, each as similar to the mean of the others as told. */
    private static List<Impression> agreeing(int count, double agreement) {
        double cosine = (agreement - 0.2) / 0.8;
        // Features share one axis and have one of their own: solves for its length by halving.
        double low = 0;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            double own = (low + high) / 2;
            double found = 1 / Math.sqrt((1 + own * own) * (1 + own * own / Math.max(1, count - 1)));
            if (found > cosine) {
                low = own;
            } else {
                high = own;
            }
        }
        Palette palette = new Palette(new float[] {1});
        List<Impression> references = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] features = new float[count + 1];
            features[0] = 1;
            features[i + 1] = (float) low;
            references.add(new Impression(Vectors.unit(features), palette));
        }
        return references;
    }
}
