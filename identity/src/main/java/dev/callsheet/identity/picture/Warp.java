package dev.callsheet.identity.picture;

import java.util.Arrays;

/**
 * A square cut out of a picture along a similarity: turned, sized and shifted, never sheared. A picture that is much
 * larger is first shrunk by whole pixels, so that none is skipped, and then sampled.
 */
public final class Warp {
    /** Up to here one sample a pixel skips next to nothing; beyond it four are taken. */
    private static final double FINE_ENOUGH = 1.25;

    private Warp() {}

    /**
     * The cut-out, size x size; what lies outside of the picture repeats its edge.
     *
     * @param toPicture from places in the cut-out to places in the picture
     */
    public static Picture square(Picture picture, Similarity toPicture, int size) {
        int factor = Math.max(1, (int) toPicture.scale());
        if (factor == 1) {
            return sampled(picture, toPicture, size);
        }
        Box around = toPicture.bounds(size);
        int left = (int) Math.clamp(Math.floor(around.x()) - factor, 0, picture.width() - 1);
        int top = (int) Math.clamp(Math.floor(around.y()) - factor, 0, picture.height() - 1);
        int right = (int) Math.clamp(Math.ceil(around.x() + around.width()) + factor, left + 1, picture.width());
        int bottom = (int) Math.clamp(Math.ceil(around.y() + around.height()) + factor, top + 1, picture.height());
        Picture small = shrunk(picture, left, top, right, bottom, factor);
        return sampled(small, toPicture.moved(-left, -top).scaled(1.0 / factor), size);
    }

    /** Each new pixel is the mean of factor x factor old ones; of fewer at the right and lower edge. */
    private static Picture shrunk(Picture picture, int left, int top, int right, int bottom, int factor) {
        int width = (right - left + factor - 1) / factor;
        int height = (bottom - top + factor - 1) / factor;
        byte[] small = new byte[width * height * 3];
        int[] sums = new int[(right - left) * 3];
        for (int y = 0; y < height; y++) {
            int first = top + y * factor;
            int rows = Math.min(factor, bottom - first);
            RowSums.of(picture.rgb(), (first * picture.width() + left) * 3, picture.width() * 3, rows, sums);
            narrow(sums, factor, rows, small, y * width * 3, width);
        }
        return new Picture(width, height, small);
    }

    private static void narrow(int[] sums, int factor, int rows, byte[] small, int to, int width) {
        int next = to;
        for (int x = 0; x < width; x++) {
            int from = x * factor * 3;
            int end = Math.min(from + factor * 3, sums.length);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int i = from; i < end; i += 3) {
                red += sums[i];
                green += sums[i + 1];
                blue += sums[i + 2];
            }
            int pixels = rows * (end - from) / 3;
            // A product instead of three divisions; exact for sums of this size.
            long share = (1L << 32) / pixels + 1;
            small[next++] = (byte) ((red + pixels / 2) * share >>> 32);
            small[next++] = (byte) ((green + pixels / 2) * share >>> 32);
            small[next++] = (byte) ((blue + pixels / 2) * share >>> 32);
        }
    }

    private static Picture sampled(Picture picture, Similarity toPicture, int size) {
        int grid = toPicture.scale() > FINE_ENOUGH ? 2 : 1;
        byte[] cut = new byte[size * size * 3];
        float[] row = new float[size * 3];
        for (int y = 0; y < size; y++) {
            Arrays.fill(row, 0);
            for (int i = 0; i < grid; i++) {
                for (int j = 0; j < grid; j++) {
                    addRow(picture, toPicture, (j + 0.5) / grid, y + (i + 0.5) / grid, row);
                }
            }
            for (int i = 0; i < row.length; i++) {
                cut[y * row.length + i] = (byte) (int) (row[i] / (grid * grid) + 0.5f);
            }
        }
        return new Picture(size, size, cut);
    }

    // Places are continuous: pixel (0, 0) reaches from 0 to 1 and has its centre at 0.5.
    private static void addRow(Picture picture, Similarity toPicture, double firstX, double atY, float[] sums) {
        byte[] rgb = picture.rgb();
        int stride = picture.width() * 3;
        double mostX = picture.width() - 1;
        double mostY = picture.height() - 1;
        for (int i = 0; i < sums.length; i += 3) {
            double atX = firstX + i / 3;
            double x = Math.max(0, Math.min(toPicture.x(atX, atY) - 0.5, mostX));
            double y = Math.max(0, Math.min(toPicture.y(atX, atY) - 0.5, mostY));
            int left = (int) x;
            int top = (int) y;
            float fx = (float) (x - left);
            float fy = (float) (y - top);
            int upper = top * stride + left * 3;
            int lower = top < mostY ? upper + stride : upper;
            int toRight = left < mostX ? 3 : 0;
            for (int channel = 0; channel < 3; channel++) {
                float above = (rgb[upper + channel] & 0xff) * (1 - fx) + (rgb[upper + toRight + channel] & 0xff) * fx;
                float below = (rgb[lower + channel] & 0xff) * (1 - fx) + (rgb[lower + toRight + channel] & 0xff) * fx;
                sums[i + channel] += above * (1 - fy) + below * fy;
            }
        }
    }
}
