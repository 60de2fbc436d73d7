package dev.callsheet.bench.scorer;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.SoakPeer;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Many clips of one second through one JVM with a heap of 256 MB: the right person, a stranger, and one who becomes the
 * other. A fifth of the clips is a stretch; the second is held against the last.
 */
final class Memory {
    static final String LABEL = "scorer, many clips, 256 MB heap";
    static final String EARLY = "RSS MB, second fifth";
    static final String LATE = "RSS MB, last fifth";
    private static final int STRETCHES = 5;

    private final Programs programs;
    private final Material material;
    private final int clips;
    private final Figures figures;

    Memory(Programs programs, Material material, int clips, Figures figures) {
        if (clips < 2 * STRETCHES) {
            throw new IllegalArgumentException(
                    "--clips: found " + clips + "; allowed are " + 2 * STRETCHES + " and more");
        }
        this.programs = programs;
        this.material = material;
        this.clips = clips;
        this.figures = figures;
    }

    SoakPeer.Seen run() throws InterruptedException, IOException {
        Path same = material.clip("same", 1, Photograph.SAME_PERSON);
        Path stranger = material.clip("stranger", 1, Photograph.STRANGER);
        Path change = material.clip("change", 0.5, Photograph.SAME_PERSON, Photograph.STRANGER);
        Path result = programs.folder().resolve("memory.json");
        try (Program program = programs.peer(
                "memory",
                List.of("-Xms256m", "-Xmx256m"),
                SoakPeer.class,
                Integer.toString(clips),
                result.toString(),
                material.picture(Photograph.PERSON).toString(),
                same.toString(),
                stranger.toString(),
                change.toString())) {
            if (!program.ended(Duration.ofMinutes(2).plusSeconds(20L * clips))) {
                throw new StackFailure(program.name() + " has failed");
            }
        }
        SoakPeer.Seen seen = Json.read(Files.readAllBytes(result), SoakPeer.Seen.class);
        List<Double> resident = seen.residentMegabytes();
        figures.add(LABEL, EARLY, stretch(resident, 1));
        figures.add(LABEL, LATE, stretch(resident, STRETCHES - 1));
        figures.add(
                LABEL,
                "RSS MB, most",
                resident.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        return seen;
    }

    /** The mean of one of the five stretches, counted from 0. */
    static double stretch(List<Double> values, int stretch) {
        int size = values.size() / STRETCHES;
        int from = stretch == STRETCHES - 1 ? values.size() - size : stretch * size;
        return values.subList(from, from + size).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
