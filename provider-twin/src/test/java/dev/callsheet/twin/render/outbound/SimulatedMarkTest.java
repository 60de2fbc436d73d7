package dev.callsheet.twin.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.render.domain.FrameSize;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class SimulatedMarkTest {

    @Test
    void theWordIsDrawnInWhiteBlocksWithoutAnyFont() {
        var image = SimulatedMark.image(new FrameSize(1280, 720));
        int block = 3;

        var rows = new StringBuilder();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 17; column++) {
                int rgb = image.getRGB((3 + column) * block + 1, (3 + row) * block + 1);
                rows.append(rgb == Color.WHITE.getRGB() ? '#' : '.');
            }
            rows.append('\n');
        }

        assertThat(rows.toString()).isEqualTo("""
                .####..###..#...#
                #.......#...##.##
                #.......#...#.#.#
                .###....#...#.#.#
                ....#...#...#...#
                ....#...#...#...#
                ####...###..#...#
                """);
    }
}
