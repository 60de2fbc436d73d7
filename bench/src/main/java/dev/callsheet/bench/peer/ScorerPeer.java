package dev.callsheet.bench.peer;

import dev.callsheet.identity.Instruments;
import dev.callsheet.identity.calibration.CalibrationFile;
import dev.callsheet.identity.decode.ClipFile;
import dev.callsheet.identity.decode.ReferenceFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.picture.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures one clip over and over, in turns with the bare models and the bare decoder on as much work, in one thread. */
public final class ScorerPeer {
    private final Instruments instruments;
    private final Path file;
    private final Path reference;
    private final ClipFile clip;
    private final List<Binding> bindings;

    private ScorerPeer(Instruments instruments, Path file, Path reference) {
        this.instruments = instruments;
        this.file = file;
        this.reference = reference;
        this.clip = opened();
        List<Picture> pictures = pictures();
        this.bindings = List.of(new Binding("person", List.of(new Reference("reference", () -> pictures))));
    }

    /**
     * What was seen, each time for one clip.
     *
     * @param calls of the models, those on the reference's picture among them
     * @param frames that were decoded whole
     * @param opening looking into the clip and decoding the reference's picture
     * @param scoring the opened clip, the reference's picture at hand
     * @param models the bare sessions, set up as the scorer's
     * @param defaults the same, set up as ONNX Runtime comes
     * @param decoding the bare passes
     */
    public record Seen(
            Calls calls,
            int passes,
            int frames,
            Spent opening,
            Spent scoring,
            Spent models,
            Spent defaults,
            Spent decoding) {}

    /**
     * Runs and writes what it saw.
     *
     * @param arguments clip, reference picture, turns not counted, turns counted, file for the result
     */
    public static void main(String[] arguments) throws Exception {
        try (Instruments instruments = new Instruments(
                new ModelFiles(Optional.empty()),
                CalibrationFile.read(Optional.empty()),
                Optional.empty(),
                Duration.ofMinutes(2))) {
            var peer = new ScorerPeer(instruments, Path.of(arguments[0]), Path.of(arguments[1]));
            Seen seen = peer.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            Notes.write(Path.of(arguments[4]), seen);
        }
        System.exit(0);
    }

    private Seen run(int warm, int turns) throws Exception {
        var watched = new WatchedFootage(clip);
        Calls calls = Calls.during(() -> instruments.scorer().score(bindings, watched, Map.of()));
        List<List<Integer>> passes = watched.passes();
        var decode = new BareDecode(instruments.ffmpeg(), file);
        var models = instruments.calibration().models();
        try (var bare = new BareModels(models, BareModel.Setting.SCORER);
                var defaults = new BareModels(models, BareModel.Setting.DEFAULTS)) {
            Spent[] sums = {Spent.NOTHING, Spent.NOTHING, Spent.NOTHING, Spent.NOTHING, Spent.NOTHING};
            for (int turn = 0; turn < warm + turns; turn++) {
                Spent[] spent = {
                    Spent.on(() -> {
                        opened();
                        pictures();
                    }),
                    Spent.on(() -> instruments.scorer().score(bindings, clip, Map.of())),
                    Spent.on(() -> bare.run(calls)),
                    Spent.on(() -> defaults.run(calls)),
                    Spent.on(() -> {
                        decode.survey(clip.times().size());
                        passes.forEach(decode::frames);
                    })
                };
                for (int i = 0; turn >= warm && i < sums.length; i++) {
                    sums[i] = sums[i].plus(spent[i].over(turns));
                }
            }
            int frames = passes.stream().mapToInt(List::size).sum();
            return new Seen(calls, passes.size() + 1, frames, sums[0], sums[1], sums[2], sums[3], sums[4]);
        }
    }

    private ClipFile opened() {
        return ClipFile.open(instruments.ffmpeg(), file, ReferenceFile.sha256(file));
    }

    private List<Picture> pictures() {
        return ReferenceFile.pictures(instruments.ffmpeg(), reference);
    }
}
