package dev.callsheet.media;

import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its own headers.
 *
 * @param bytes its size
 * @param width in pixels, as it is shown: after the camera's orientation; null for sound
 * @param height likewise
 * @param alpha whether its pixels can be transparent
 * @param sound whether there is something to hear
 * @param seconds its length; null for a picture, or where the file does not say
 */
public record MediaFacts(
        MediaFormat format,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean alpha,
        boolean sound,
        @Nullable Double seconds) {

    /** Of a picture. */
    public static MediaFacts picture(MediaFormat format, long bytes, int width, int height, boolean alpha) {
        return new MediaFacts(format, bytes, width, height, alpha, false, null);
    }

    /** Of a sound file. */
    public static MediaFacts sound(MediaFormat format, long bytes, double seconds) {
        return new MediaFacts(format, bytes, null, null, false, true, seconds);
    }
}
