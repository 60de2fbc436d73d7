package dev.callsheet.twin.render.outbound;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * The light of a scene, moderate enough that a person stays recognisable.
 *
 * @param gain factor on all values
 * @param gamma below 1 lifts the shadows
 * @param warmth above 0 towards orange, below 0 towards blue
 */
public record Lighting(double gain, double gamma, double warmth) {

    /** Light that differs with the random numbers. */
    public static Lighting draw(RandomGenerator random) {
        return new Lighting(random.nextDouble(0.9, 1.1), random.nextDouble(0.85, 1.15), random.nextDouble(-0.1, 0.1));
    }

    /** Applies the light in place to a picture made by {@link Layer#blank}, leaving its alpha. */
    public void apply(BufferedImage image) {
        var red = curve(1 + warmth);
        var green = curve(1);
        var blue = curve(1 - warmth);
        var bytes = Layer.bytes(image);
        for (int i = 0; i < bytes.length; i += Layer.STEP) {
            bytes[i + Layer.BLUE] = blue[bytes[i + Layer.BLUE] & 0xff];
            bytes[i + Layer.GREEN] = green[bytes[i + Layer.GREEN] & 0xff];
            bytes[i + Layer.RED] = red[bytes[i + Layer.RED] & 0xff];
        }
    }

    private byte[] curve(double factor) {
        var values = new byte[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.clamp(Math.round(255 * factor * gain * Math.pow(i / 255.0, gamma)), 0, 255);
        }
        return values;
    }
}
