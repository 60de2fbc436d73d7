package dev.callsheet.identity.program;

import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.calibration.Calibrator;
import dev.callsheet.identity.calibration.Calibrator.Person;
import dev.callsheet.identity.calibration.CastTightening;
import dev.callsheet.identity.onnx.ModelFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsheet calibrate}: makes a calibration from pictures of known people. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes calibration.json from pictures of known people: DIR/person/<id>/<picture>.")
final class Calibrate implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of(".");

    @Option(names = "--far", paramLabel = "RATE", description = "Share of strangers who may pass; usually 0.01.")
    private double rate = 0.01;

    @Option(names = "--cast", description = "The people are a campaign's own cast: only tightens the calibration.")
    private boolean cast;

    @Option(
            names = "--base",
            paramLabel = "FILE",
            description = "A calibration to begin with; usually the shipped one.")
    private @Nullable Path base;

    @Option(names = "--out", paramLabel = "FILE", description = "Usually calibration.json.")
    private Path out = Path.of("calibration.json");

    @Option(names = "--id", description = "What reports call it; usually the folder's name.")
    private @Nullable String id;

    @Option(names = "--note", description = "Where the pictures are from, and whom they show.")
    private String note = "";

    @Option(names = "--seed", description = "Of the random halves and resamples.")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!(rate > 0 && rate < 1)) {
            throw new Unusable("--far: found " + rate + "; allowed is above 0 and below 1, such as 0.01");
        }
        Calibration before = CalibrationFile.read(Optional.ofNullable(base));
        try (Instruments instruments =
                new Instruments(new ModelFiles(Optional.empty()), before, Optional.empty(), Duration.ofMinutes(1))) {
            People people = new People(instruments.ffmpeg(), instruments.faces(), instruments.references());
            List<Person> persons = people.read(folder, this::say, this::say);
            Calibration made = cast ? tightened(before, persons) : calibrated(before, persons);
            Files.writeString(out, CalibrationFile.text(made));
            say("written: " + out);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written", e);
        }
    }

    private Calibration calibrated(Calibration before, List<Person> persons) {
        Calibrator.Result result = new Calibrator(persons, seed).at(rate);
        Calibration.Data data = result.data();
        Calibration.HeldOut held = data.heldOut();
        print(
                "people %d, pictures %d; pairs: same %,d, different %,d%n",
                data.persons(), data.pictures(), data.same(), data.different());
        print("AUC %.4f, equal error rate %.2f %%%n", data.auc(), data.eer() * 100);
        print(
                "threshold %.3f at a false-accept rate of %s (95 %% by people: %.3f to %.3f)%n",
                result.threshold(),
                Double.toString(rate),
                held.threshold().low(),
                held.threshold().high());
        print(
                "on people it was not made from: false accepts %.2f %% (worst half %.2f %%), true accepts %.1f %%%n",
                held.falseAcceptRate() * 100, held.worstFalseAcceptRate() * 100, held.trueAcceptRate() * 100);
        String text = String.format(
                Locale.ROOT,
                "Made from %d pictures of %d people (%,d pairs of different people)%s. On people it was not made from,"
                        + " %.2f %% of strangers passed, %.2f %% in the worst half. It cannot tell a rate below %.2f"
                        + " %%, nor how it does for people unlike these.",
                data.pictures(),
                data.persons(),
                data.different(),
                note.isBlank() ? "" : ": " + note.strip(),
                held.falseAcceptRate() * 100,
                held.worstFalseAcceptRate() * 100,
                result.claimable() * 100);
        return new Calibration(
                Calibration.SCHEMA,
                id == null ? folder.toAbsolutePath().normalize().getFileName().toString() : id,
                text,
                before.models(),
                before.scoreKind(),
                before.galleryRule(),
                new Calibration.Basis(rate, result.claimable(), "quantile of the distances of different people"),
                data,
                result.impostors(),
                result.genuine(),
                before.limits().at(rounded(result.threshold())));
    }

    private Calibration tightened(Calibration before, List<Person> persons) {
        String name = id == null ? before.id() + "-cast" : id;
        CastTightening.Result result = CastTightening.of(before, persons, name);
        result.lookAlikes()
                .forEach(pair -> print(
                        "%s and %s look alike: %.3f apart, the threshold was %.3f%n",
                        pair.one(),
                        pair.other(),
                        pair.distance(),
                        before.limits().threshold()));
        print(
                "threshold %.3f; %.1f %% of the cast's own pairs still pass%n",
                result.calibration().limits().threshold(), result.keptSame() * 100);
        return result.calibration();
    }

    private static double rounded(double distance) {
        return Math.round(distance * 1000) / 1000.0;
    }

    private void say(String line) {
        writer(false).println(line);
        writer(false).flush();
    }

    private void print(String format, Object... values) {
        writer(true).printf(Locale.ROOT, format, values);
        writer(true).flush();
    }

    private PrintWriter writer(boolean result) {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return result ? spec.commandLine().getOut() : spec.commandLine().getErr();
    }
}
