package dev.callsheet.requestapi.domain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void parentsComeBeforeChildrenAndTheEarlierBeforeTheLater() {
        var waterfall =
                of(bar("late", "root", 9), bar("root", null, 0), bar("early", "root", 1), bar("below", "early", 5));

        assertThat(waterfall.bars()).extracting(Bar::id).containsExactly("root", "early", "below", "late");
        assertThat(waterfall.length()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aBarWhoseParentHasNotEndedYetStandsBelowTheFirst() {
        var waterfall = of(bar("root", null, 0), bar("submit", "take, still rendering", 3));

        assertThat(waterfall.bars().get(1).parent()).isEqualTo("root");
    }

    @Test
    void whatWasDeliveredTwiceIsThereOnce() {
        assertThat(of(bar("root", null, 0), bar("root", null, 0)).bars()).hasSize(1);
    }

    @Test
    void withoutAFirstBarThereIsNoWaterfall() {
        assertThat(Waterfall.of("t", Waterfall.From.SPANS, List.of(bar("submit", "lost", 1))))
                .isEmpty();
    }

    private static Waterfall of(Bar... bars) {
        return Waterfall.of("t", Waterfall.From.SPANS, List.of(bars)).orElseThrow();
    }

    private static Bar bar(String id, @Nullable String parent, int second) {
        return new Bar(
                id,
                parent,
                "service",
                id,
                "take",
                BEGAN.plusSeconds(second),
                Duration.ofSeconds(1),
                false,
                null,
                null,
                null,
                List.of());
    }
}
