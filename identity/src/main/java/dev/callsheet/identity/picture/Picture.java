package dev.callsheet.identity.picture;

/** Pixels, height x width x 3, RGB, row by row. The array is not copied: treat it as read-only. */
public record Picture(int width, int height, byte[] rgb) {
    public Picture {
        if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException(width + " x " + height + " RGB does not take " + rgb.length + " bytes");
        }
    }

    /** One channel (0 red, 1 green, 2 blue) of a pixel, 0 to 255. */
    public int at(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /** The same picture in an array of its own. */
    public Picture copy() {
        return new Picture(width, height, rgb.clone());
    }

    /** A part of the picture; what would reach over the edge is cut off. */
    public Picture part(double x, double y, double partWidth, double partHeight) {
        int left = (int) Math.clamp(x, 0, width - 1);
        int top = (int) Math.clamp(y, 0, height - 1);
        int right = (int) Math.clamp(x + partWidth, left + 1, width);
        int bottom = (int) Math.clamp(y + partHeight, top + 1, height);
        int stride = (right - left) * 3;
        byte[] part = new byte[(bottom - top) * stride];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(rgb, (row * width + left) * 3, part, (row - top) * stride, stride);
        }
        return new Picture(right - left, bottom - top, part);
    }

    /** The same picture no wider and no higher than this, shrunk by area averaging; never enlarged. */
    public Picture within(int maxWidth, int maxHeight) {
        double scale = Math.min(1, Math.min((double) maxWidth / width, (double) maxHeight / height));
        if (scale == 1) {
            return copy();
        }
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        float[] averaged = AreaAverage.of(this, newWidth, newHeight);
        byte[] bytes = new byte[averaged.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(averaged[i]);
        }
        return new Picture(newWidth, newHeight, bytes);
    }
}
