package dev.callsheet.twin.render.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The camera's way over a picture: key frames in time, between which it eases.
 *
 * @param keys at least two, the first at 0, the last at 1
 * @param focusPulls spans of time in which the focus moves
 */
public record CameraPath(List<Key> keys, List<Span> focusPulls) {

    private static final double PAN_ZOOM = 1.3;
    private static final double CLOSE_ZOOM = 1.5;
    private static final double DEFAULT_ZOOM = 1.18;
    private static final double LEAD_IN = 0.25;

    /**
     * Where the camera stands.
     *
     * @param at share of the clip's length, 0 to 1
     * @param zoom 1 shows the whole picture
     * @param x centre, 0 left to 1 right
     * @param y centre, 0 top to 1 bottom
     */
    public record Key(double at, double zoom, double x, double y) {}

    /** A span of the clip's length, both ends 0 to 1. */
    public record Span(double from, double to) {}

    /**
     * A path that starts with the whole picture and makes the moves one after the other, each in an equal share of the
     * time. Without moves it is a slow zoom in.
     */
    public static CameraPath of(List<Move> moves) {
        var path = new ArrayList<Key>();
        var pulls = new ArrayList<Span>();
        path.add(new Key(0, 1, 0.5, 0.5));
        if (moves.isEmpty()) {
            path.add(new Key(1, DEFAULT_ZOOM, 0.5, 0.5));
        }
        for (int i = 0; i < moves.size(); i++) {
            double from = (double) i / moves.size();
            double to = (double) (i + 1) / moves.size();
            if (moves.get(i) == Move.RACK_FOCUS) {
                pulls.add(new Span(from, to));
            }
            path.addAll(steps(path.getLast(), moves.get(i), from, to));
        }
        return new CameraPath(List.copyOf(path), List.copyOf(pulls));
    }

    private static List<Key> steps(Key now, Move move, double from, double to) {
        double leadIn = from + (to - from) * LEAD_IN;
        double zoom = Math.max(now.zoom(), PAN_ZOOM);
        double low = 0.5 / zoom;
        double high = 1 - low;
        return switch (move) {
            case PAN_LEFT ->
                List.of(new Key(leadIn, zoom, high, fit(now.y(), zoom)), new Key(to, zoom, low, fit(now.y(), zoom)));
            case PAN_RIGHT ->
                List.of(new Key(leadIn, zoom, low, fit(now.y(), zoom)), new Key(to, zoom, high, fit(now.y(), zoom)));
            case TILT_UP ->
                List.of(new Key(leadIn, zoom, fit(now.x(), zoom), high), new Key(to, zoom, fit(now.x(), zoom), low));
            case TILT_DOWN ->
                List.of(new Key(leadIn, zoom, fit(now.x(), zoom), low), new Key(to, zoom, fit(now.x(), zoom), high));
            case ZOOM_IN -> List.of(new Key(to, Math.max(CLOSE_ZOOM, now.zoom() * 1.25), now.x(), now.y()));
            case ZOOM_OUT ->
                now.zoom() > 1.1
                        ? List.of(new Key(to, 1, 0.5, 0.5))
                        : List.of(new Key(leadIn, CLOSE_ZOOM, 0.5, 0.5), new Key(to, 1, 0.5, 0.5));
            case RACK_FOCUS, HOLD -> List.of(new Key(to, now.zoom(), now.x(), now.y()));
        };
    }

    private static double fit(double centre, double zoom) {
        return Math.clamp(centre, 0.5 / zoom, 1 - 0.5 / zoom);
    }
}
