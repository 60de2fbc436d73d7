package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.FrameScore.State;
import dev.callsheet.identity.measure.Verdict.Outcome;
import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SheetStyleTest {
    private static final double READABLE = 4.5;

    @Test
    void verdictsDifferInGreyToo() {
        double[] luminances = Arrays.stream(Outcome.values())
                .mapToDouble(outcome -> SheetStyle.luminance(SheetStyle.of(outcome)))
                .sorted()
                .toArray();

        for (int i = 1; i < luminances.length; i++) {
            assertThat((luminances[i] + 0.05) / (luminances[i - 1] + 0.05)).isGreaterThan(1.3);
        }
    }

    @Test
    void aVerdictsWordIsReadableOnItsColour() {
        for (Outcome outcome : Outcome.values()) {
            assertThat(contrast(SheetStyle.on(outcome), SheetStyle.of(outcome)))
                    .as(outcome.name())
                    .isGreaterThan(READABLE);
        }
    }

    @Test
    void textIsReadableOnPaperAndTints() {
        for (Color paper : new Color[] {SheetStyle.PAPER, SheetStyle.NEAR_TINT, SheetStyle.FAR_TINT}) {
            assertThat(contrast(SheetStyle.INK, paper)).isGreaterThan(READABLE);
            assertThat(contrast(SheetStyle.FAINT, paper)).isGreaterThan(READABLE);
        }
    }

    @Test
    void statesAndVerdictsHaveShapesAndWordsOfTheirOwn() {
        assertThat(Arrays.stream(State.values()).map(SheetStyle::mark)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(State.values()).map(SheetStyle::word)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Outcome.values()).map(SheetStyle::mark)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Outcome.values()).map(SheetStyle::word)).doesNotHaveDuplicates();
    }

    private static double contrast(Color one, Color other) {
        double a = SheetStyle.luminance(one) + 0.05;
        double b = SheetStyle.luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }
}
