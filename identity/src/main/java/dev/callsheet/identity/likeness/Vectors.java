package dev.callsheet.identity.likeness;

import java.util.List;

/** Arithmetic on feature vectors of one length. */
final class Vectors {
    private Vectors() {}

    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (float[] vector : vectors) {
                sum += vector[i];
            }
            mean[i] = (float) (sum / vectors.size());
        }
        return mean;
    }

    /** The same direction with length 1; a vector of zeros stays. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
        }
        return unit;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
