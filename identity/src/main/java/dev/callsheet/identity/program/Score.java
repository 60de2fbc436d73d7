package dev.callsheet.identity.program;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.decode.ClipFile;
import dev.callsheet.identity.decode.ReferenceFile;
import dev.callsheet.identity.decode.SoundFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.voice.Sound;
import dev.callsheet.identity.voice.VoiceReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsheet score}: measures local clips against local references; nothing else has to run. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures whether the characters of local clips are who their references show.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:something could not be read", "2:wrong usage", "3:with --strict, not all PASS"
        })
final class Score implements Callable<Integer> {
    @Option(
            names = "--reference",
            required = true,
            paramLabel = "NAME=FILE",
            description = "A picture or clip of a character; up to five for each.")
    private List<String> references = List.of();

    @Option(names = "--kind", paramLabel = "NAME=KIND", description = "human (usual), character or object.")
    private List<String> kinds = List.of();

    @Option(names = "--voice", paramLabel = "NAME=FILE", description = "A sample of a character's voice.")
    private List<String> voices = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where reports, sheets and pages go.")
    private @Nullable Path out;

    @Option(names = "--calibration", paramLabel = "FILE", description = "Instead of the shipped one.")
    private @Nullable Path calibration;

    @Option(names = "--speaker-model", paramLabel = "FILE", description = "The description of a speaker model.")
    private @Nullable Path speaker;

    @Option(names = "--json", description = "Prints the results as JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Ends with 3 unless every clip is a PASS.")
    private boolean strict;

    @Parameters(arity = "1..*", paramLabel = "CLIP")
    private List<Path> clips = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        LocalCast cast = LocalCast.of(references, kinds, voices);
        for (Path clip : clips) {
            if (!Files.isReadable(clip) || Files.isDirectory(clip)) {
                throw new Unusable("CLIP: found no readable file " + clip);
            }
        }
        try (Instruments instruments = new Instruments(
                new ModelFiles(Optional.empty()),
                CalibrationFile.read(Optional.ofNullable(calibration)),
                Optional.ofNullable(speaker),
                Duration.ofMinutes(2))) {
            return measure(instruments, cast);
        }
    }

    private int measure(Instruments instruments, LocalCast cast) {
        List<Binding> bindings = cast.bindings(instruments.ffmpeg());
        Map<String, Optional<Sound>> samples = cast.samples(instruments.ffmpeg());
        ScoreResults results = new ScoreResults(Optional.ofNullable(out));
        boolean unreadable = false;
        for (int i = 0; i < clips.size(); i++) {
            Path clip = clips.get(i);
            say("%d of %d  %s ...", i + 1, clips.size(), clip.getFileName());
            Measurement measurement;
            try {
                measurement = measured(instruments, bindings, samples, clip);
            } catch (NotDecodable e) {
                unreadable = true;
                String why = e.getMessage() == null ? "the clip cannot be read" : e.getMessage();
                measurement = new Measurement(
                        ClipReport.notMeasurable(null, instruments.calibration(), "clip", why), List.of(), List.of());
            }
            results.add(clip, measurement);
            say(
                    "%d of %d  %s  %s",
                    i + 1, clips.size(), clip.getFileName(), ScoreResults.sentence(measurement.report()));
        }
        PrintWriter print = command().commandLine().getOut();
        print.print(json ? results.json() : results.table());
        print.flush();
        return unreadable ? 1 : strict && !results.allPass() ? 3 : 0;
    }

    private static Measurement measured(
            Instruments instruments, List<Binding> bindings, Map<String, Optional<Sound>> samples, Path file) {
        ClipFile clip = ClipFile.open(instruments.ffmpeg(), file, ReferenceFile.sha256(file));
        Map<String, VoiceReport> voices = new LinkedHashMap<>();
        if (!samples.isEmpty()) {
            Optional<Sound> sound = SoundFile.read(instruments.ffmpeg(), file);
            samples.forEach(
                    (name, sample) -> voices.put(name, instruments.voice().measure(sound, sample)));
        }
        return instruments.scorer().score(bindings, clip, voices);
    }

    private void say(String format, Object... values) {
        PrintWriter progress = command().commandLine().getErr();
        progress.println(String.format(format, values));
        progress.flush();
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return spec;
    }
}
