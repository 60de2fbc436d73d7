package dev.callsheet.identity.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GeometryProperties {
    private static final List<Point> POINTS =
            List.of(new Point(10, 10), new Point(50, 12), new Point(30, 30), new Point(31, 48));

    @Property
    void aTurnedAndSizedFaceIsTurnedAndSizedBack(
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
            @ForAll @DoubleRange(min = -500, max = 500) double dx) {
        Similarity moved = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), dx, -dx);
        List<Point> targets =
                POINTS.stream().map(p -> moved.apply(p.x(), p.y())).toList();

        Similarity found = Similarity.between(POINTS, targets);

        Point back = found.inverse().apply(targets.get(2).x(), targets.get(2).y());
        assertThat(found.scale()).isCloseTo(scale, within(1e-6));
        assertThat(back.x()).isCloseTo(30, within(1e-6));
        assertThat(back.y()).isCloseTo(30, within(1e-6));
    }

    @Property(tries = 200)
    void shrinkingKeepsTheMeanBrightness(
            @ForAll @Size(value = 12 * 9 * 3) byte[] rgb,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 9) int height) {
        Picture picture = new Picture(12, 9, rgb);

        float[] small = AreaAverage.of(picture, width, height);

        double before = 0;
        for (byte value : rgb) {
            before += value & 0xff;
        }
        double after = 0;
        for (float value : small) {
            after += value;
        }
        assertThat(after / small.length).isCloseTo(before / rgb.length, within(0.01));
    }

    @Property
    void overlapIsSymmetricAndAtMostOne(
            @ForAll @DoubleRange(min = 0, max = 50) double x, @ForAll @DoubleRange(min = 1, max = 50) double size) {
        Box a = new Box(10, 10, 20, 20);
        Box b = new Box(x, x, size, size);

        assertThat(a.overlap(b)).isCloseTo(b.overlap(a), within(1e-12)).isBetween(0.0, 1.0);
        assertThat(b.overlap(b)).isCloseTo(1, within(1e-12));
    }
}
