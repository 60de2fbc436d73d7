package dev.callsheet.identity.picture;

/**
 * Resizing by area averaging: each new pixel is the mean of the area that it covers. Plain bilinear shrinking skips
 * pixels and loses small faces.
 */
public final class AreaAverage {
    private AreaAverage() {}

    /** The picture at a new size: newHeight x newWidth x 3 values, 0 to 255. Holds one row's sums at a time. */
    public static float[] of(Picture picture, int newWidth, int newHeight) {
        Cover columns = new Cover(picture.width(), newWidth);
        Cover rows = new Cover(picture.height(), newHeight);
        int stride = picture.width() * 3;
        byte[] rgb = picture.rgb();
        int[] whole = new int[stride];
        float[] sums = new float[stride];
        float[] out = new float[newHeight * newWidth * 3];
        for (int y = 0; y < newHeight; y++) {
            int first = rows.first[y];
            int last = rows.last[y];
            // Rows that lie wholly within the new one all weigh the same.
            int from = rows.before[y] == rows.full() ? first : first + 1;
            int to = last == first || rows.after[y] == rows.full() ? last : last - 1;
            RowSums.of(rgb, from * stride, stride, Math.max(0, to - from + 1), whole);
            for (int i = 0; i < stride; i++) {
                sums[i] = rows.full() * whole[i];
            }
            if (from > first) {
                add(rgb, first * stride, rows.before[y], sums);
            }
            if (to < last) {
                add(rgb, last * stride, rows.after[y], sums);
            }
            narrow(sums, columns, out, y * newWidth * 3);
        }
        return out;
    }

    private static void add(byte[] rgb, int from, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * (rgb[from + i] & 0xff);
        }
    }

    private static void narrow(float[] sums, Cover columns, float[] out, int to) {
        float full = columns.full();
        for (int x = 0; x < columns.first.length; x++) {
            int first = columns.first[x] * 3;
            int last = columns.last[x] * 3;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = first + 3; i < last; i += 3) {
                red += sums[i];
                green += sums[i + 1];
                blue += sums[i + 2];
            }
            float left = columns.before[x];
            float right = columns.after[x];
            out[to + x * 3] = full * red + left * sums[first] + right * sums[last];
            out[to + x * 3 + 1] = full * green + left * sums[first + 1] + right * sums[last + 1];
            out[to + x * 3 + 2] = full * blue + left * sums[first + 2] + right * sums[last + 2];
        }
    }

    /** Which old cells each new cell covers, and how much of it the outer ones fill; those between fill as much each. */
    private static final class Cover {
        final int[] first;
        final int[] last;
        final float[] before;
        final float[] after;
        private final double step;

        Cover(int from, int to) {
            step = (double) from / to;
            first = new int[to];
            last = new int[to];
            before = new float[to];
            after = new float[to];
            for (int i = 0; i < to; i++) {
                first[i] = (int) Math.floor(i * step);
                last[i] = Math.max(first[i], Math.min(from - 1, (int) Math.ceil((i + 1) * step) - 1));
                before[i] = weight(i, first[i]);
                after[i] = last[i] > first[i] ? weight(i, last[i]) : 0;
            }
        }

        float full() {
            return (float) (1 / step);
        }

        float weight(int cell, int old) {
            double overlap = Math.min(old + 1, (cell + 1) * step) - Math.max(old, cell * step);
            return (float) (overlap / step);
        }
    }
}
