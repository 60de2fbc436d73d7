package dev.callsheet.identity.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.picture.Picture;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ImpressionProperties {
    private static final int WIDTH = 10;
    private static final int HEIGHT = 8;
    private final LikenessModel model = new Thumbnail();

    @Property(tries = 300)
    void similarityIsBoundedAndTheSameEitherWayRound(
            @ForAll @Size(WIDTH * HEIGHT * 3) byte[] one, @ForAll @Size(WIDTH * HEIGHT * 3) byte[] other) {
        Impression a = impression(one);
        Impression b = impression(other);

        assertThat(a.similarity(b)).isBetween(0.0, 1.0).isEqualTo(b.similarity(a));
    }

    @Property(tries = 300)
    void aPictureIsWhollyLikeItselfAndLikeTheMeanOfItsCopies(
            @ForAll @Size(WIDTH * HEIGHT * 3) byte[] rgb, @ForAll @IntRange(min = 1, max = 5) int copies) {
        // All black has no features: nothing can be like it.
        rgb[(HEIGHT / 2 * WIDTH + WIDTH / 2) * 3] = (byte) 200;
        Impression picture = impression(rgb);

        assertThat(picture.similarity(picture)).isCloseTo(1, within(1e-6));
        assertThat(picture.similarity(Impression.mean(Collections.nCopies(copies, picture))))
                .isCloseTo(1, within(1e-6));
    }

    @Property(tries = 100)
    void theOrderOfReferencesDoesNotMatter(
            @ForAll @Size(WIDTH * HEIGHT * 3) byte[] one,
            @ForAll @Size(WIDTH * HEIGHT * 3) byte[] two,
            @ForAll @Size(WIDTH * HEIGHT * 3) byte[] probe) {
        Impression a = impression(one);
        Impression b = impression(two);

        double forth = impression(probe).similarity(Impression.mean(List.of(a, b)));
        double back = impression(probe).similarity(Impression.mean(List.of(b, a)));

        assertThat(forth).isCloseTo(back, within(1e-6));
    }

    private Impression impression(byte[] rgb) {
        return Impression.of(new Picture(WIDTH, HEIGHT, rgb), model);
    }
}
