package dev.callsheet.identity.likeness;

import dev.callsheet.identity.picture.Picture;
import java.util.List;

/**
 * The colours of a picture: which share of its pixels has which hue (12 steps), saturation (4) and brightness (4).
 *
 * @param shares 192 values, 0 to 1, together 1; treat the array as read-only
 */
public record Palette(float[] shares) {
    private static final int HUES = 12;
    private static final int STEPS = 4;

    /** The colours of all pixels. */
    public static Palette of(Picture picture) {
        int[] counts = new int[HUES * STEPS * STEPS];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            counts[bin(rgb[i] & 0xff, rgb[i + 1] & 0xff, rgb[i + 2] & 0xff)]++;
        }
        float[] shares = new float[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = counts[i] * 3f / rgb.length;
        }
        return new Palette(shares);
    }

    /** 0 (no colour in common) to 1 (the same shares of all): the Bhattacharyya coefficient. */
    public double similarity(Palette other) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += Math.sqrt((double) shares[i] * other.shares[i]);
        }
        return Math.min(1, sum);
    }

    /** The mean shares of several palettes; at least one. */
    public static Palette mean(List<Palette> palettes) {
        return new Palette(Vectors.mean(palettes.stream().map(Palette::shares).toList()));
    }

    /** Hexcone model (Smith 1978). A grey has no hue and counts as red of the least saturation. */
    private static int bin(int red, int green, int blue) {
        int brightest = Math.max(red, Math.max(green, blue));
        int spread = brightest - Math.min(red, Math.min(green, blue));
        double sixth = 0;
        if (spread > 0 && brightest == red) {
            sixth = (double) (green - blue) / spread;
        } else if (spread > 0 && brightest == green) {
            sixth = 2 + (double) (blue - red) / spread;
        } else if (spread > 0) {
            sixth = 4 + (double) (red - green) / spread;
        }
        int hue = (int) Math.floor((sixth + 6) % 6 * HUES / 6);
        int saturation = brightest == 0 ? 0 : Math.min(STEPS - 1, STEPS * spread / brightest);
        int brightness = STEPS * brightest / 256;
        return (hue * STEPS + saturation) * STEPS + brightness;
    }

    @Override
    public String toString() {
        return "Palette[" + shares.length + " shares]";
    }
}
