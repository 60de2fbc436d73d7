package dev.callsheet.identity.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.clip.Survey;
import dev.callsheet.identity.picture.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A clip in a local file, decoded by a child process. Frames come upright and no longer than 1280 px on a side. */
public final class ClipFile implements Footage {
    private static final int LONGEST_SIDE = 1280;
    private static final long MOST_SOURCE_PIXELS = 4096L * 2304;
    private static final double MOST_SECONDS = 120;
    private static final int MOST_PROBE_BYTES = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String WITHIN = "scale=w='min(" + LONGEST_SIDE + ",iw)':h='min(" + LONGEST_SIDE
            + ",ih)':force_original_aspect_ratio=decrease:flags=area,format=rgb24";

    private static final String SMALL = "scale=64:36:flags=area,format=rgb24";

    private final Ffmpeg ffmpeg;
    private final Path file;
    private final ClipFacts facts;
    private final List<Double> times;

    private ClipFile(Ffmpeg ffmpeg, Path file, ClipFacts facts, List<Double> times) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.facts = facts;
        this.times = times;
    }

    /**
     * Looks into the file without decoding it.
     *
     * @param sha256 of the file, lower-case hexadecimal
     * @throws NotDecodable if it holds no video, or one that is too large or too long
     */
    public static ClipFile open(Ffmpeg ffmpeg, Path file, String sha256) {
        List<String> question = List.of(
                "-select_streams",
                "V:0",
                "-show_entries",
                "stream=width,height:packet=pts_time,duration_time,flags",
                "-of",
                "json");
        JsonNode found = ffmpeg.probe(question, address(file), stdout -> {
            byte[] answer = stdout.readNBytes(MOST_PROBE_BYTES);
            if (answer.length == MOST_PROBE_BYTES) {
                throw new NotDecodable("the clip has too many frames");
            }
            return JSON.readTree(answer);
        });
        JsonNode stream = found.path("streams").path(0);
        int width = stream.path("width").asInt();
        int height = stream.path("height").asInt();
        if (width == 0 || height == 0) {
            throw new NotDecodable("the file holds no video");
        }
        if ((long) width * height > MOST_SOURCE_PIXELS) {
            throw new NotDecodable(width + " x " + height + " pixels; at most " + MOST_SOURCE_PIXELS + " are decoded");
        }
        List<Double> times = new ArrayList<>();
        double end = 0;
        for (JsonNode packet : found.path("packets")) {
            if (packet.path("flags").asText().contains("D") || !packet.has("pts_time")) {
                continue;
            }
            double time = packet.get("pts_time").asDouble();
            times.add(time);
            end = Math.max(end, time + packet.path("duration_time").asDouble());
        }
        if (times.isEmpty()) {
            throw new NotDecodable("the video has no frames");
        }
        Collections.sort(times);
        double start = times.getFirst();
        times.replaceAll(time -> time - start);
        if (end - start > MOST_SECONDS) {
            throw new NotDecodable("the clip is longer than " + (int) MOST_SECONDS + " s");
        }
        return new ClipFile(ffmpeg, file, new ClipFacts(sha256, width, height, times.size(), end - start), times);
    }

    @Override
    public ClipFacts facts() {
        return facts;
    }

    @Override
    public List<Double> times() {
        return times;
    }

    @Override
    public Survey survey() {
        Survey.Observer observer = new Survey.Observer();
        // Nobody sees at this size whether block edges were smoothed; it is a third of the decoder's work.
        List<String> input = List.of("-skip_loop_filter", "all", "-i", address(file));
        int decoded = ffmpeg.decode(input, pictures(SMALL, times.size()), stdout -> {
            PortablePixmap pictures = new PortablePixmap(stdout);
            int seen = 0;
            Optional<Picture> picture = pictures.next();
            while (picture.isPresent() && seen < times.size()) {
                observer.see(picture.get());
                seen++;
                picture = pictures.next();
            }
            return seen;
        });
        if (decoded == 0) {
            throw new NotDecodable("no frame could be decoded");
        }
        return observer.survey();
    }

    @Override
    public void frames(List<Integer> chosen, Consumer<Frame> viewer) {
        String select = chosen.stream().map(i -> "eq(n," + i + ")").collect(Collectors.joining("+"));
        List<String> after = pictures("select='" + select + "'," + WITHIN, chosen.size());
        int decoded = ffmpeg.decode(List.of("-i", address(file)), after, stdout -> {
            return view(stdout, chosen, viewer);
        });
        if (decoded == 0 && !chosen.isEmpty()) {
            throw new NotDecodable("no frame could be decoded");
        }
    }

    private static List<String> pictures(String filter, int most) {
        List<String> after = new ArrayList<>(List.of("-an", "-sn", "-dn", "-map", "0:V:0", "-vf", filter));
        after.addAll(List.of("-fps_mode", "passthrough", "-frames:v", Integer.toString(most)));
        after.addAll(List.of("-threads", "1", "-c:v", "ppm", "-f", "image2pipe", "pipe:1"));
        return after;
    }

    private int view(InputStream stdout, List<Integer> chosen, Consumer<Frame> viewer) throws IOException {
        PortablePixmap pictures = new PortablePixmap(stdout);
        int next = 0;
        Optional<Picture> picture = pictures.next();
        while (picture.isPresent() && next < chosen.size()) {
            int index = chosen.get(next++);
            viewer.accept(new Frame(index, times.get(index), picture.get()));
            picture = pictures.next();
        }
        return next;
    }

    /** With its protocol, so that no file name can be taken for an option or another protocol. */
    private static String address(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
