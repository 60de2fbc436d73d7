package dev.callsheet.scorer.domain;

/**
 * Resizing by area averaging: each new pixel is the mean of the area that it covers. Plain bilinear shrinking skips
 * pixels and loses small faces.
 */
public final class AreaAverage {
    private AreaAverage() {}

    /** The picture at a new size: newHeight x newWidth x 3 values, 0 to 255. */
    public static float[] of(Picture picture, int newWidth, int newHeight) {
        float[] narrow = columns(picture, newWidth);
        return rows(narrow, picture.height(), newWidth, newHeight);
    }

    private static float[] columns(Picture picture, int newWidth) {
        int width = picture.width();
        int height = picture.height();
        byte[] rgb = picture.rgb();
        float[] out = new float[height * newWidth * 3];
        Cover cover = new Cover(width, newWidth);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int i = cover.first[x]; i <= cover.last[x]; i++) {
                    float weight = cover.weight(x, i);
                    int at = (y * width + i) * 3;
                    red += weight * (rgb[at] & 0xff);
                    green += weight * (rgb[at + 1] & 0xff);
                    blue += weight * (rgb[at + 2] & 0xff);
                }
                int to = (y * newWidth + x) * 3;
                out[to] = red;
                out[to + 1] = green;
                out[to + 2] = blue;
            }
        }
        return out;
    }

    private static float[] rows(float[] in, int height, int width, int newHeight) {
        int stride = width * 3;
        float[] out = new float[newHeight * stride];
        Cover cover = new Cover(height, newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int i = cover.first[y]; i <= cover.last[y]; i++) {
                float weight = cover.weight(y, i);
                for (int x = 0; x < stride; x++) {
                    out[y * stride + x] += weight * in[i * stride + x];
                }
            }
        }
        return out;
    }

    /** Which old cells each new cell covers, and how much of it each fills. */
    private static final class Cover {
        final int[] first;
        final int[] last;
        private final double step;

        Cover(int from, int to) {
            step = (double) from / to;
            first = new int[to];
            last = new int[to];
            for (int i = 0; i < to; i++) {
                first[i] = (int) Math.floor(i * step);
                last[i] = Math.max(first[i], Math.min(from - 1, (int) Math.ceil((i + 1) * step) - 1));
            }
        }

        float weight(int cell, int old) {
            double overlap = Math.min(old + 1, (cell + 1) * step) - Math.max(old, cell * step);
            return (float) (overlap / step);
        }
    }
}
