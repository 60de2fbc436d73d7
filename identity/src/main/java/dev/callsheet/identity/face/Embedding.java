package dev.callsheet.identity.face;

import java.util.Arrays;
import java.util.List;

/** A face as a point in space: the nearer two points, the likelier one person. Personal data: never logged or sent. */
public record Embedding(float[] values) {
    /** Euclidean distance; dlib's network is trained so that 0.6 parts same from other (dlib-models README). */
    public double distance(Embedding other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** The middle of several; at least one. */
    public static Embedding mean(List<Embedding> embeddings) {
        double[] alike = new double[embeddings.size()];
        Arrays.fill(alike, 1);
        return mean(embeddings, alike);
    }

    /** The middle of several, each counting as much as its weight says; at least one. */
    public static Embedding mean(List<Embedding> embeddings, double[] weights) {
        double whole = Arrays.stream(weights).sum();
        float[] mean = new float[embeddings.getFirst().values.length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * embeddings.get(j).values[i];
            }
            mean[i] = (float) (sum / whole);
        }
        return new Embedding(mean);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + " values]";
    }
}
