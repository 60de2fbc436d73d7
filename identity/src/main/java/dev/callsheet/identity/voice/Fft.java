package dev.callsheet.identity.voice;

/** The fast Fourier transform of Cooley and Tukey (1965), in place, for a number of points that is a power of two. Immutable. */
final class Fft {
    private final int points;
    private final double[] cosine;
    private final double[] sine;

    Fft(int points) {
        this.points = points;
        cosine = new double[points / 2];
        sine = new double[points / 2];
        for (int i = 0; i < points / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / points);
            sine[i] = -Math.sin(2 * Math.PI * i / points);
        }
    }

    void transform(double[] real, double[] imaginary) {
        reverse(real, imaginary);
        for (int size = 2; size <= points; size *= 2) {
            int half = size / 2;
            int stride = points / size;
            for (int start = 0; start < points; start += size) {
                for (int i = 0; i < half; i++) {
                    int a = start + i;
                    int b = a + half;
                    double re = real[b] * cosine[i * stride] - imaginary[b] * sine[i * stride];
                    double im = real[b] * sine[i * stride] + imaginary[b] * cosine[i * stride];
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }

    private void reverse(double[] real, double[] imaginary) {
        int bits = Integer.numberOfTrailingZeros(points);
        for (int i = 0; i < points; i++) {
            int j = Integer.reverse(i) >>> (Integer.SIZE - bits);
            if (i < j) {
                double re = real[i];
                real[i] = real[j];
                real[j] = re;
                double im = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = im;
            }
        }
    }
}
