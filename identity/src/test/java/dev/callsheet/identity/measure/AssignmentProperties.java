package dev.callsheet.identity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssignmentProperties {
    @Property
    void noOtherAssignmentCostsLess(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 0, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] costs = new double[rows][columns];
        for (double[] row : costs) {
            Arrays.setAll(row, _ -> random.nextDouble());
        }

        int[] chosen = Assignment.of(costs);

        assertThat(Arrays.stream(chosen).filter(column -> column >= 0)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(chosen).filter(column -> column >= 0).count()).isEqualTo(Math.min(rows, columns));
        assertThat(Assignment.total(costs, chosen)).isCloseTo(least(costs, 0, new boolean[columns]), within(1e-9));
    }

    private static double least(double[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        double best = 1e3 + least(costs, row + 1, taken);
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.min(best, costs[row][column] + least(costs, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }
}
