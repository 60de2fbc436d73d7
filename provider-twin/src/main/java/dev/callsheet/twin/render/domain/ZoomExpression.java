package dev.callsheet.twin.render.domain;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes a camera path in the expression language of ffmpeg's {@code zoompan} filter. */
public final class ZoomExpression {

    private ZoomExpression() {}

    /** The filter, for a single input frame that becomes so many frames of the given size. */
    public static String zoompan(CameraPath path, int frames, int framesPerSecond, FrameSize size) {
        return String.format(
                Locale.ROOT,
                "zoompan=z='%s':x='iw*(%s)-iw/zoom/2':y='ih*(%s)-ih/zoom/2':d=%d:s=%dx%d:fps=%d",
                eased(path.keys(), CameraPath.Key::zoom, frames),
                eased(path.keys(), CameraPath.Key::x, frames),
                eased(path.keys(), CameraPath.Key::y, frames),
                frames,
                size.width(),
                size.height(),
                framesPerSecond);
    }

    /** The start value plus one smooth step (3u^2 - 2u^3) for each key that differs from the one before it. */
    private static String eased(List<CameraPath.Key> keys, ToDoubleFunction<CameraPath.Key> value, int frames) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%.5f", value.applyAsDouble(keys.getFirst())));
        for (int i = 1; i < keys.size(); i++) {
            var before = keys.get(i - 1);
            var after = keys.get(i);
            double step = value.applyAsDouble(after) - value.applyAsDouble(before);
            if (Math.abs(step) < 1e-6) {
                continue;
            }
            double start = before.at() * (frames - 1);
            double length = Math.max(1, (after.at() - before.at()) * (frames - 1));
            text.append(String.format(
                    Locale.ROOT,
                    "%+.5f*(st(0,clip((on-%.3f)/%.3f,0,1));ld(0)*ld(0)*(3-2*ld(0)))",
                    step,
                    start,
                    length));
        }
        return text.toString();
    }
}
