package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.RenderFailure;
import dev.callsheet.twin.render.domain.CameraPath;
import dev.callsheet.twin.render.domain.FrameSize;
import dev.callsheet.twin.render.domain.Move;
import dev.callsheet.twin.render.domain.RenderOrder.ImageToVideo;
import dev.callsheet.twin.render.domain.ZoomExpression;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Image to video: a camera that moves over the first picture and arrives at the last one. */
public final class CameraScene {

    private static final int LONGEST_SIDE = 2560;
    private static final double SECONDS_ON_LAST_FRAME = 0.2;

    private final Ffmpeg ffmpeg;
    private final Inputs inputs;
    private final Workspace work;

    /** A scene that keeps its files in the given folder. */
    public CameraScene(Ffmpeg ffmpeg, Inputs inputs, Workspace work) {
        this.ffmpeg = ffmpeg;
        this.inputs = inputs;
        this.work = work;
    }

    /** Renders the order into the encoding's file. */
    public void render(ImageToVideo order, Encoding encoding) throws RenderFailure, InterruptedException, IOException {
        var graph = new FilterGraph();
        var opening = opening(order);
        var size = order.resolution().frame(opening.picture().ratio());
        if (order.firstClip().isPresent()) {
            playOn(graph, opening.media(), size, encoding);
        } else {
            move(graph, opening.picture(), order.prompt(), size, encoding);
        }
        var end = order.lastFrame();
        if (end.isPresent()) {
            arrive(graph, fetched(end.get(), "last_frame").picture(), size, encoding);
        }
        var mark = Layer.write(SimulatedMark.image(size), work.file("mark.raw"));
        graph.marked(end.isPresent() ? "[arrived]" : "[moved]", mark);
        ffmpeg.run(encoding.arguments(graph.inputs(), graph.graph(), List.of()));
    }

    private record Fetched(Path media, Still picture) {}

    private Fetched opening(ImageToVideo order) throws RenderFailure, InterruptedException {
        return order.firstClip().isPresent()
                ? fetched(order.firstClip().get(), "first_clip")
                : fetched(
                        order.firstFrame()
                                .orElseThrow(() -> new RenderFailure("InvalidParameter: first_frame is required")),
                        "first_frame");
    }

    private Fetched fetched(URI address, String field) throws RenderFailure, InterruptedException {
        var media = inputs.fetch(address, field, work);
        return new Fetched(media, inputs.still(media, field, LONGEST_SIDE, work));
    }

    private static void playOn(FilterGraph graph, Path clip, FrameSize size, Encoding encoding) {
        graph.chain(
                graph.input(List.of("-i", clip.toString())),
                "fps=" + Encoding.FRAME_RATE + ",",
                FilterGraph.cover(size, 1),
                ",format=yuv420p,tpad=stop_mode=clone:stop_duration=" + encoding.seconds(),
                ",trim=end_frame=" + encoding.frames() + ",settb=1/" + Encoding.FRAME_RATE + ",setpts=N,fps="
                        + Encoding.FRAME_RATE + "[moved]");
    }

    /** The picture is doubled first: the camera then moves by half pixels and does not tremble. */
    private void move(FilterGraph graph, Still picture, String prompt, FrameSize size, Encoding encoding)
            throws IOException {
        var path = CameraPath.of(Move.in(prompt));
        var camera = ZoomExpression.zoompan(path, encoding.frames(), Encoding.FRAME_RATE, size);
        graph.chain(graph.picture(picture), FilterGraph.cover(size, 2), "[wide]");
        if (path.focusPulls().isEmpty()) {
            graph.chain("[wide]format=yuv420p,", camera, "[moved]");
            return;
        }
        var pull = path.focusPulls().getFirst();
        var mask = graph.input(
                Layer.write(FocusMask.image(), work.file("focus.raw")).input());
        graph.chain("[wide]split[sharp][source]")
                // The picture out of focus needs no doubling.
                .chain("[source]", FilterGraph.cover(size, 1), ",format=gbrp,split[far][near]")
                .chain("[near]boxblur=lr=18:lp=2[blurred]")
                .chain(mask, FilterGraph.cover(size, 1), ",format=gbrp[mask]")
                .chain("[far][blurred][mask]maskedmerge,format=yuv420p,", camera, "[behind]")
                .chain("[sharp]format=yuv420p,", camera, "[before]")
                .chain("[before][behind]", fade(length(pull, encoding), pull.from() * encoding.seconds()), "[moved]");
    }

    private static double length(CameraPath.Span pull, Encoding encoding) {
        return (pull.to() - pull.from()) * encoding.seconds() * 0.9;
    }

    private static void arrive(FilterGraph graph, Still last, FrameSize size, Encoding encoding) {
        double length = Math.min(1.2, encoding.seconds() * 0.3);
        graph.chain(
                        graph.picture(last),
                        FilterGraph.cover(size, 1),
                        ",format=yuv420p,",
                        FilterGraph.repeated(),
                        "[end]")
                .chain("[moved][end]", fade(length, encoding.seconds() - length - SECONDS_ON_LAST_FRAME), "[arrived]");
    }

    private static String fade(double seconds, double from) {
        return String.format(Locale.ROOT, "xfade=transition=fade:duration=%.3f:offset=%.3f", seconds, from);
    }
}
