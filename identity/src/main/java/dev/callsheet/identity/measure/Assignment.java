package dev.callsheet.identity.measure;

import java.util.Arrays;

/**
 * Who is who: each row (a character) gets at most one column (a track), at the least total cost. The Hungarian method
 * with potentials (Kuhn 1955; Jonker and Volgenant 1987), for costs of any shape.
 */
public final class Assignment {
    /** More than any distance: whoever can be given a column is given one. */
    private static final double NOBODY = 1e3;

    private Assignment() {}

    /** For each row its column, or -1. @param costs rows x columns, finite; {@link Double#POSITIVE_INFINITY} forbids */
    public static int[] of(double[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        int[] chosen = new int[rows];
        Arrays.fill(chosen, -1);
        // One more column a row, so that a row may stay without one.
        int wide = columns + rows;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[wide + 1];
        int[] rowOf = new int[wide + 1];
        int[] before = new int[wide + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[wide + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            boolean[] used = new boolean[wide + 1];
            do {
                used[column] = true;
                int from = rowOf[column];
                double delta = Double.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= wide; j++) {
                    if (!used[j]) {
                        double reduced = cost(costs, from - 1, j - 1) - rowPotential[from] - columnPotential[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            before[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= wide; j++) {
                    if (used[j]) {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = before[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0) {
                chosen[rowOf[j] - 1] = j - 1;
            }
        }
        return chosen;
    }

    /** The sum of what was chosen; a row without a column costs more than any with one. */
    static double total(double[][] costs, int[] chosen) {
        double total = 0;
        for (int row = 0; row < chosen.length; row++) {
            total += chosen[row] < 0 ? NOBODY : costs[row][chosen[row]];
        }
        return total;
    }

    private static double cost(double[][] costs, int row, int column) {
        if (column >= costs[row].length) {
            return NOBODY;
        }
        // Forbidden is dearer than nobody.
        return Math.min(costs[row][column], 2 * NOBODY);
    }
}
