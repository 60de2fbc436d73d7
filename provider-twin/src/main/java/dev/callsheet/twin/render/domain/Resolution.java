package dev.callsheet.twin.render.domain;

/** Picture area; the shape comes from a {@link Ratio} or from the input. */
public enum Resolution {
    P720(1280 * 720),
    P1080(1920 * 1080);

    private final int pixels;

    Resolution(int pixels) {
        this.pixels = pixels;
    }

    /** The resolution of the payload's word, {@code 720P} or {@code 1080P}. */
    public static Resolution named(String word) {
        return word.equals("720P") ? P720 : P1080;
    }

    /** The frame of this area with the given shape, both sides even. */
    public FrameSize frame(Ratio ratio) {
        double width = Math.sqrt(pixels * ratio.value());
        return new FrameSize(even(width), even(width / ratio.value()));
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) Math.round(side / 2));
    }
}
