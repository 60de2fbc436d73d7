package dev.callsheet.identity.picture;

/**
 * Resizing by area averaging: each new pixel is the mean of the area that it covers. Plain bilinear shrinking skips
 * pixels and loses small faces.
 */
public final class AreaAverage {
    private AreaAverage() {}

    /** The picture at a new size: newHeight x newWidth x 3 values, 0 to 255. Holds one narrowed row at a time. */
    public static float[] of(Picture picture, int newWidth, int newHeight) {
        Cover columns = new Cover(picture.width(), newWidth);
        Cover rows = new Cover(picture.height(), newHeight);
        float[] narrow = new float[newWidth * 3];
        float[] out = new float[newHeight * newWidth * 3];
        int narrowed = -1;
        for (int y = 0; y < newHeight; y++) {
            for (int row = rows.first[y]; row <= rows.last[y]; row++) {
                if (row != narrowed) {
                    narrow(picture, row, columns, narrow);
                    narrowed = row;
                }
                float weight = rows.weight(y, row);
                for (int i = 0; i < narrow.length; i++) {
                    out[y * narrow.length + i] += weight * narrow[i];
                }
            }
        }
        return out;
    }

    private static void narrow(Picture picture, int row, Cover columns, float[] narrow) {
        byte[] rgb = picture.rgb();
        int start = row * picture.width();
        for (int x = 0; x < columns.first.length; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = columns.first[x]; i <= columns.last[x]; i++) {
                float weight = columns.weight(x, i);
                int at = (start + i) * 3;
                red += weight * (rgb[at] & 0xff);
                green += weight * (rgb[at + 1] & 0xff);
                blue += weight * (rgb[at + 2] & 0xff);
            }
            narrow[x * 3] = red;
            narrow[x * 3 + 1] = green;
            narrow[x * 3 + 2] = blue;
        }
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
