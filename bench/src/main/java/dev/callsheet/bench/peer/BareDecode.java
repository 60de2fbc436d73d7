package dev.callsheet.bench.peer;

import dev.callsheet.decoder.Ffmpeg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The passes of the decoder that a clip needs, as {@code ClipFile} asks for them, read and thrown away. */
record BareDecode(Ffmpeg ffmpeg, Path clip) {
    private static final int CHUNK = 1 << 16;

    /** All frames, small. */
    void survey(int frames) {
        decode(List.of("-skip_loop_filter", "all"), "scale=64:36:flags=area,format=rgb24", frames);
    }

    /** These frames, whole. */
    void frames(List<Integer> chosen) {
        String select = chosen.stream().map(i -> "eq(n," + i + ")").collect(Collectors.joining("+"));
        decode(
                List.of(),
                "select='" + select + "',scale=w='min(1280,iw)':h='min(1280,ih)'"
                        + ":force_original_aspect_ratio=decrease:flags=area,format=rgb24",
                chosen.size());
    }

    private void decode(List<String> before, String filter, int most) {
        List<String> input = new ArrayList<>(before);
        input.addAll(List.of("-i", "file:" + clip.toAbsolutePath()));
        List<String> after = new ArrayList<>(List.of("-an", "-sn", "-dn", "-map", "0:V:0", "-vf", filter));
        after.addAll(List.of("-fps_mode", "passthrough", "-frames:v", Integer.toString(most)));
        after.addAll(List.of("-threads", "1", "-c:v", "ppm", "-f", "image2pipe", "pipe:1"));
        byte[] chunk = new byte[CHUNK];
        ffmpeg.decode(input, after, stdout -> drained(stdout, chunk));
    }

    private static long drained(InputStream stdout, byte[] chunk) throws IOException {
        long bytes = 0;
        for (int n = stdout.read(chunk); n >= 0; n = stdout.read(chunk)) {
            bytes += n;
        }
        return bytes;
    }
}
