package dev.callsheet.bench.scorer;

import dev.callsheet.bench.Options;
import dev.callsheet.bench.Progress;
import dev.callsheet.bench.machine.Folders;
import dev.callsheet.bench.machine.Machine;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.ScorerPeer;
import dev.callsheet.bench.peer.SoakPeer;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measuring of identity as a library: how much of its time is its models and its decoder, and its memory. */
public final class ScorerBench {
    private final Options options;
    private final Progress progress;
    private final int clips;
    private final Figures figures = new Figures();
    private final Map<String, Object> setting = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param clips that go through one JVM while its memory is watched */
    public ScorerBench(Options options, Progress progress, int clips) {
        this.options = options;
        this.progress = progress;
        this.clips = clips;
    }

    public Report run(Programs programs) throws InterruptedException {
        Machine before = Machine.now();
        try {
            Path folder = Files.createTempDirectory("callsheet-bench-clips-");
            try {
                measure(programs, new Material(folder));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Report(
                "scorer",
                options.brief(),
                options.rounds(),
                setting,
                before,
                Machine.now(),
                faults.isEmpty(),
                List.copyOf(faults),
                faults.isEmpty() ? new ScorerRatios(figures).all() : List.of(),
                figures.spreads());
    }

    private void measure(Programs programs, Material material) throws InterruptedException, IOException {
        if (options.runs(Part.SHARE)) {
            setting.put("clip", Share.SECONDS + " s, 1280x720, H.264, one face");
            setting.put("turns", Share.turns(options.brief()));
            setting.put("turnsNotCounted", Share.warm(options.brief()));
            Share share = new Share(programs, material, options.brief(), figures);
            for (int round = 1; round <= options.rounds(); round++) {
                ScorerPeer.Seen seen = share.run(round);
                setting.put("modelCalls", seen.calls());
                setting.put("framesDecodedWhole", seen.frames());
                setting.put("passesOfTheDecoder", seen.passes());
                for (String contender : List.of(Share.SCORER, Share.MODELS, Share.DECODER)) {
                    progress.say(round, contender, figures, List.of(Share.CPU, Share.WALL, Share.CLIPS));
                }
            }
        }
        if (options.runs(Part.MEMORY)) {
            SoakPeer.Seen seen = new Memory(programs, material, clips, figures).run();
            setting.put("clipsOfOneSecond", clips);
            setting.put("verdicts", seen.outcomes());
            progress.say(1, Memory.LABEL, figures, List.of(Memory.EARLY, Memory.LATE));
            int measured = seen.outcomes().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (measured != clips || seen.outcomes().containsKey("NOT_MEASURABLE")) {
                faults.add("memory: " + measured + " of " + clips + " clips were measured: " + seen.outcomes());
            }
        }
    }
}
