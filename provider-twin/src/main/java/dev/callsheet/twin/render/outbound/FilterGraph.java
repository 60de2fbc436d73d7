package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.domain.FrameSize;
import java.util.ArrayList;
import java.util.List;

/** Collects the inputs and the filter chains of one ffmpeg run. */
final class FilterGraph {

    private final List<String> inputs = new ArrayList<>();
    private final List<String> chains = new ArrayList<>();
    private int count;

    /** Adds an input by its arguments; returns the name of its video, for instance {@code [2:v]}. */
    String input(List<String> arguments) {
        inputs.addAll(arguments);
        return "[" + count++ + ":v]";
    }

    /** Adds a picture file as an input of one frame. */
    String picture(Still still) {
        return input(List.of(
                "-framerate",
                String.valueOf(Encoding.FRAME_RATE),
                "-i",
                still.file().toString()));
    }

    /** Adds a chain of filters; each argument is a part of it. */
    FilterGraph chain(String... parts) {
        chains.add(String.join("", parts));
        return this;
    }

    /** Puts the mark over a video, says which colour matrix ffmpeg has used, and names the result {@code [video]}. */
    FilterGraph marked(String video, Layer mark) {
        var at = SimulatedMark.MARGIN;
        return chain(
                video,
                input(mark.input()),
                "overlay=x=" + at + ":y=" + at + ",format=yuv420p,setparams=range=tv:colorspace=smpte170m[video]");
    }

    List<String> inputs() {
        return inputs;
    }

    String graph() {
        return String.join(";", chains);
    }

    /** Filters that fill the size, cutting what stands over. */
    static String cover(FrameSize size, int factor) {
        return "scale=%1$d:%2$d:force_original_aspect_ratio=increase:flags=bicubic,crop=%1$d:%2$d"
                .formatted(size.width() * factor, size.height() * factor);
    }

    /** Filters that repeat one frame for ever. */
    static String repeated() {
        return "loop=loop=-1:size=1:start=0,settb=1/%1$d,setpts=N,fps=%1$d".formatted(Encoding.FRAME_RATE);
    }
}
