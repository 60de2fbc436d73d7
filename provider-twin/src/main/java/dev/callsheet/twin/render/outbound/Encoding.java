package dev.callsheet.twin.render.outbound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How every clip is written.
 *
 * @param file where the clip goes
 * @param seconds its exact length
 */
public record Encoding(Path file, int seconds) {

    /** Frames per second of every clip. */
    public static final int FRAME_RATE = 30;

    /** What the metadata of every clip says. */
    public static final String MARK = "simulated by the Callsheet provider twin";

    /** Frames of the whole clip. */
    public int frames() {
        return seconds * FRAME_RATE;
    }

    /**
     * The complete arguments: inputs, a filter graph that ends in {@code [video]}, and the encoder's settings. The
     * fastest preset is enough for pictures that nobody took with a camera.
     */
    public List<String> arguments(List<String> inputs, String graph, List<String> sound) {
        var all = new ArrayList<>(inputs);
        all.addAll(List.of("-filter_complex", graph, "-map", "[video]"));
        all.addAll(sound);
        all.addAll(List.of("-frames:v", String.valueOf(frames()), "-r", String.valueOf(FRAME_RATE)));
        all.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "24", "-pix_fmt", "yuv420p"));
        all.addAll(List.of("-threads", "2", "-movflags", "+faststart"));
        all.addAll(List.of("-metadata", "comment=" + MARK, "-metadata", "description=" + MARK));
        all.add(file.toString());
        return all;
    }

    /** The arguments that take a small picture from the middle of the clip. */
    public List<String> thumbnail(Path picture) {
        return List.of(
                "-ss",
                String.valueOf(seconds / 2),
                "-i",
                file.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=320:-2",
                "-update",
                "1",
                picture.toString());
    }
}
