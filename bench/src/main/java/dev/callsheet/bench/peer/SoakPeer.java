package dev.callsheet.bench.peer;

import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.decode.ClipFile;
import dev.callsheet.identity.decode.ReferenceFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.onnx.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measures one clip after the other, from its file to its report, and notes after each how much memory it holds. */
public final class SoakPeer {
    private SoakPeer() {}

    /**
     * What was seen.
     *
     * @param residentMegabytes after each clip, VmRSS of proc(5) status; the decoder's children are not in it
     * @param outcomes of the reports, counted
     */
    public record Seen(List<Double> residentMegabytes, Map<String, Integer> outcomes) {}

    /**
     * Measures them in turn and writes what it saw.
     *
     * @param arguments how many clips, file for the result, reference picture, the clips
     */
    public static void main(String[] arguments) throws Exception {
        int clips = Integer.parseInt(arguments[0]);
        Path reference = Path.of(arguments[2]);
        List<Double> resident = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Instruments instruments = new Instruments(
                new ModelFiles(Optional.empty()),
                CalibrationFile.read(Optional.empty()),
                Optional.empty(),
                Duration.ofMinutes(2))) {
            List<Binding> bindings = List.of(new Binding(
                    "person",
                    List.of(new Reference(
                            "reference", () -> ReferenceFile.pictures(instruments.ffmpeg(), reference)))));
            for (int i = 0; i < clips; i++) {
                Path file = Path.of(arguments[3 + i % (arguments.length - 3)]);
                ClipFile clip = ClipFile.open(instruments.ffmpeg(), file, ReferenceFile.sha256(file));
                var report =
                        instruments.scorer().score(bindings, clip, Map.of()).report();
                outcomes.merge(report.verdict().toString(), 1, Integer::sum);
                resident.add(residentMegabytes());
            }
        }
        Notes.write(Path.of(arguments[1]), new Seen(resident, outcomes));
        System.exit(0);
    }

    private static double residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        }
    }
}
