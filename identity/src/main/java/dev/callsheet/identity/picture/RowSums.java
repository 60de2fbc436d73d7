package dev.callsheet.identity.picture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Adds up bytes of rows that lie one under the other, eight columns at a time: the compiler does not do it by itself. */
final class RowSums {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Every other byte; each has room for a sum of 16 bits. */
    private static final long LANES = 0x00ff00ff00ff00ffL;

    private static final int MOST_ROWS = 257;

    private RowSums() {}

    /**
     * Sets each sum to that of its column.
     *
     * @param from index of the first column in the first row
     * @param stride bytes from one row to the next
     */
    static void of(byte[] bytes, int from, int stride, int rows, int[] sums) {
        Arrays.fill(sums, 0);
        for (int done = 0; done < rows; done += MOST_ROWS) {
            add(bytes, from + done * stride, stride, Math.min(MOST_ROWS, rows - done), sums);
        }
    }

    private static void add(byte[] bytes, int from, int stride, int rows, int[] sums) {
        int column = 0;
        for (; column + 8 <= sums.length; column += 8) {
            long even = 0;
            long odd = 0;
            int at = from + column;
            for (int row = 0; row < rows; row++) {
                long eight = (long) EIGHT.get(bytes, at);
                even += eight & LANES;
                odd += eight >>> 8 & LANES;
                at += stride;
            }
            for (int i = 0; i < 8; i += 2) {
                sums[column + i] += (int) (even >>> 8 * i & 0xffff);
                sums[column + i + 1] += (int) (odd >>> 8 * i & 0xffff);
            }
        }
        for (; column < sums.length; column++) {
            for (int row = 0; row < rows; row++) {
                sums[column] += bytes[from + row * stride + column] & 0xff;
            }
        }
    }
}
