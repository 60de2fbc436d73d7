package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.domain.CameraPath;
import dev.callsheet.twin.render.domain.FrameSize;
import dev.callsheet.twin.render.domain.ZoomExpression;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How a person moves: a slow zoom and a swing to the side.
 *
 * @param zoomFrom zoom at the start, 1 shows all
 * @param zoomTo zoom at the end
 * @param reach swing to either side, in frame heights
 * @param pace swing, radians per second
 * @param phase swing at the start, radians
 */
record Sway(double zoomFrom, double zoomTo, double reach, double pace, double phase) {

    static Sway draw(RandomGenerator random) {
        boolean closer = random.nextBoolean();
        double zoom = random.nextDouble(1.03, 1.1);
        return new Sway(
                closer ? 1 : zoom,
                closer ? zoom : 1,
                random.nextDouble(0.005, 0.02),
                random.nextDouble(0.6, 1.6),
                random.nextDouble(6.28));
    }

    String zoom(Encoding encoding, FrameSize shown) {
        var path = new CameraPath(
                List.of(new CameraPath.Key(0, zoomFrom, 0.5, 0.5), new CameraPath.Key(1, zoomTo, 0.5, 0.5)), List.of());
        return ZoomExpression.zoompan(path, encoding.frames(), Encoding.FRAME_RATE, shown);
    }

    String overlay(double centre, FrameSize frame, FrameSize shown) {
        return String.format(
                Locale.ROOT,
                "overlay=x='%.1f-w/2+%.1f*sin(%.3f*t+%.3f)':y='%d+%.1f*sin(%.3f*t)'",
                centre,
                reach * frame.height(),
                pace,
                phase,
                (frame.height() - shown.height()) / 2,
                0.4 * reach * frame.height(),
                1.3 * pace);
    }
}
