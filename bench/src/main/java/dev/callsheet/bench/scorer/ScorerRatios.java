package dev.callsheet.bench.scorer;

import static dev.callsheet.bench.report.Ratio.atLeast;
import static dev.callsheet.bench.report.Ratio.atMost;

import dev.callsheet.bench.report.Figures;
import dev.callsheet.bench.report.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures of one run say about the measuring of identity. */
record ScorerRatios(Figures figures) {
    private static final Optional<Ratio.Goal> NONE = Optional.empty();

    /** Those of which both sides were measured. */
    List<Ratio> all() {
        return Stream.of(
                        of("share inside inference or decode, CPU", Share.BARE, Share.SCORER, Share.CPU, atLeast(0.85)),
                        of("share inside inference or decode, wall", Share.BARE, Share.SCORER, Share.WALL, NONE),
                        Ratio.of(
                                "the same, CPU, with the decoder's time as it was within the scorer",
                                figures.of(Share.SCORER, Share.INSIDE),
                                figures.of(Share.SCORER, Share.CPU),
                                NONE),
                        of(
                                "models as the scorer sets them up to models as they come, CPU",
                                Share.MODELS,
                                Share.DEFAULTS,
                                Share.CPU,
                                NONE),
                        Ratio.absolute(
                                "clips of 5 s 720p a minute and core, everything counted",
                                figures.of(Share.SCORER, Share.CLIPS),
                                atLeast(10)),
                        Ratio.of(
                                "resident memory, last fifth of the clips to the second",
                                figures.of(Memory.LABEL, Memory.LATE),
                                figures.of(Memory.LABEL, Memory.EARLY),
                                atMost(1.1)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Ratio> of(String name, String above, String below, String figure, Optional<Ratio.Goal> goal) {
        return Ratio.of(name, figures.of(above, figure), figures.of(below, figure), goal);
    }
}
