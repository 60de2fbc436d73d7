package dev.callsheet.identity.picture;

/** How sharp a picture is: variance of its Laplacian (Pech-Pacheco et al. 2000), over its contrast. */
public final class Sharpness {
    private static final double LEAST_VARIANCE = 1;

    private Sharpness() {}

    /** Without unit; the same picture brighter or paler has about the same. */
    public static double of(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        double[] grey = new double[width * height];
        for (int i = 0; i < grey.length; i++) {
            byte[] rgb = picture.rgb();
            grey[i] = 0.299 * (rgb[i * 3] & 0xff) + 0.587 * (rgb[i * 3 + 1] & 0xff) + 0.114 * (rgb[i * 3 + 2] & 0xff);
        }
        double[] edges = new double[Math.max(0, width - 2) * Math.max(0, height - 2)];
        int next = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                edges[next++] = grey[at - 1] + grey[at + 1] + grey[at - width] + grey[at + width] - 4 * grey[at];
            }
        }
        return variance(edges) / Math.max(LEAST_VARIANCE, variance(grey));
    }

    private static double variance(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return squares / values.length - mean * mean;
    }
}
