package dev.callsheet.identity.voice;

/** Tells whether two pieces of speech come from one speaker. Thread-safe. */
public interface SpeakerModel {
    /** What to name it in a report, and the line that its operator has drawn. */
    Description description();

    /** The voice of this speech, of any length; personal data, never to be logged. */
    float[] embed(Sound speech);

    /** Cosine of the angle between two embeddings of this model: 1 for the same voice, around 0 for strangers. */
    static double cosine(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("embeddings of " + a.length + " and " + b.length + " values");
        }
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            ofA += (double) a[i] * a[i];
            ofB += (double) b[i] * b[i];
        }
        return ofA == 0 || ofB == 0 ? 0 : product / Math.sqrt(ofA * ofB);
    }

    /**
     * The operator's file about the model, {@code {"model","sha256","threshold","source"}}.
     *
     * @param model name of the ONNX file, which lies beside this one
     * @param sha256 of the model file, lower-case hexadecimal
     * @param threshold cosine from which on two voices are taken for one
     * @param source where model and threshold come from, in words
     */
    record Description(String model, String sha256, double threshold, String source) {
        public Description {
            if (!model.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("model must be the plain name of a file beside this one");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits");
            }
            if (!(threshold > -1 && threshold < 1)) {
                throw new IllegalArgumentException("threshold must lie between -1 and 1");
            }
        }
    }
}
