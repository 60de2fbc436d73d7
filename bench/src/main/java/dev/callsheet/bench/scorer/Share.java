package dev.callsheet.bench.scorer;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.ScorerPeer;
import dev.callsheet.bench.peer.Spent;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One clip of five seconds: the scorer in turns with its models and its decoder, bare. A round is a fresh JVM. */
final class Share {
    static final String SCORER = "scorer, one clip";
    static final String BARE = "bare models and decoder";
    static final String MODELS = "of that: bare models";
    static final String DEFAULTS = "bare models as ONNX Runtime comes";
    static final String DECODER = "of that: bare decoder";
    static final String OPENING = "scorer, opening clip and reference";

    static final String CPU = "CPU s";
    /** The bare models and the decoder as it worked for the scorer, not the bare one. */
    static final String INSIDE = "models and own decoder, CPU s";

    static final String WALL = "wall s";
    static final String CLIPS = "clips/min/core";
    static final int SECONDS = 5;

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Programs programs;
    private final Material material;
    private final boolean brief;
    private final Figures figures;

    Share(Programs programs, Material material, boolean brief, Figures figures) {
        this.programs = programs;
        this.material = material;
        this.brief = brief;
        this.figures = figures;
    }

    /** Turns of a round that are not counted: what a JVM compiles while it warms up. */
    static int warm(boolean brief) {
        return brief ? 1 : 10;
    }

    static int turns(boolean brief) {
        return brief ? 1 : 5;
    }

    ScorerPeer.Seen run(int round) throws InterruptedException, IOException {
        Path clip = material.clip("five-seconds", SECONDS, Photograph.SAME_PERSON);
        Path reference = material.picture(Photograph.PERSON);
        Path result = programs.folder().resolve("share-" + round + ".json");
        try (Program program = programs.peer(
                "share-" + round,
                ScorerPeer.class,
                clip.toString(),
                reference.toString(),
                Integer.toString(warm(brief)),
                Integer.toString(turns(brief)),
                result.toString())) {
            if (!program.ended(LIMIT)) {
                throw new StackFailure(program.name() + " has failed");
            }
        }
        ScorerPeer.Seen seen = Json.read(Files.readAllBytes(result), ScorerPeer.Seen.class);
        add(SCORER, seen.scoring());
        add(BARE, seen.models().plus(seen.decoding()));
        add(MODELS, seen.models());
        add(DECODER, seen.decoding());
        add(DEFAULTS, seen.defaults());
        add(OPENING, seen.opening());
        figures.add(SCORER, INSIDE, seen.models().cpu() + seen.scoring().children());
        figures.add(SCORER, CLIPS, 60 / seen.opening().plus(seen.scoring()).whole());
        return seen;
    }

    private void add(String contender, Spent spent) {
        figures.add(contender, CPU, spent.cpu());
        figures.add(contender, "of that decoder CPU s", spent.children());
        figures.add(contender, WALL, spent.wall());
    }
}
