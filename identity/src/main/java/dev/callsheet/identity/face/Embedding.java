package dev.callsheet.identity.face;

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
        float[] mean = new float[embeddings.getFirst().values.length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (Embedding embedding : embeddings) {
                sum += embedding.values[i];
            }
            mean[i] = (float) (sum / embeddings.size());
        }
        return new Embedding(mean);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + " values]";
    }
}
