package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.plan.Fault;
import dev.callsheet.chaos.plan.WholePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Leads the house through one fault, and measures what it does to the load. */
final class WholeCourse {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final WholePlan plan;
    private final SteadyLoad load;
    private final FactWatch watch;
    private final Hands hands;
    private final Rest rest;
    private final Consumer<String> progress;

    WholeCourse(WholePlan plan, SteadyLoad load, FactWatch watch, Hands hands, Rest rest, Consumer<String> progress) {
        this.plan = plan;
        this.load = load;
        this.watch = watch;
        this.hands = hands;
        this.rest = rest;
        this.progress = progress;
    }

    Happening through(Fault fault) {
        rest.shortly(Duration.ofMillis(Math.round(plan.between() * 1000)));
        int inFlight = open();
        progress.accept("%s: %d requests in flight".formatted(fault.title(), inFlight));
        Instant begin = Instant.now();
        String note = hands.commit(fault);
        Instant end = Instant.now();
        Instant recovered = recovered(begin, end);
        int repeats = (int) load.refusals().stream()
                .filter(refusal -> refusal.at().isAfter(begin) && refusal.at().isBefore(recovered))
                .peek(refusal -> {
                    if (!fault.repeats()) {
                        progress.accept("    not answered: " + refusal.what());
                    }
                })
                .count();
        var happening = new Happening(
                fault.title(),
                begin,
                end,
                recovered,
                inFlight,
                stall(begin, recovered),
                repeats,
                fault.repeats(),
                note);
        progress.accept("    %s%.1f s until recovered, longest stall %.1f s, %d calls repeated"
                .formatted(
                        note.isEmpty() ? "" : note + "; ",
                        Duration.between(end, recovered).toMillis() / 1000.0,
                        happening.stallMillis() / 1000.0,
                        repeats));
        return happening;
    }

    /** Accepted or on their way, and not over. */
    private int open() {
        long accepted = load.accepted().keySet().stream()
                .filter(id -> !watch.ends().containsKey(id))
                .count();
        return (int) accepted + load.onTheWay();
    }

    /** As soon as nine of ten that were on their way in it are over: some take their time whatever happens. */
    private Instant recovered(Instant begin, Instant end) {
        Instant limit = end.plusMillis(Math.round(plan.patience() * 1000));
        while (Instant.now().isBefore(limit) && !mostAreOver(begin, end)) {
            rest.shortly(LOOK);
        }
        return Instant.now();
    }

    private boolean mostAreOver(Instant begin, Instant end) {
        long open = 0;
        long all = 0;
        for (Asked asked : load.accepted().values()) {
            Instant over = watch.ends().get(asked.id().value());
            if (asked.at().isBefore(end) && (over == null || over.isAfter(begin))) {
                all++;
                open += over == null ? 1 : 0;
            }
        }
        return open <= all / 10;
    }

    private long stall(Instant begin, Instant recovered) {
        List<Instant> ends = Stream.concat(
                        watch.ends().values().stream().filter(at -> at.isAfter(begin) && at.isBefore(recovered)),
                        Stream.of(begin, recovered))
                .sorted()
                .toList();
        long longest = 0;
        for (int i = 1; i < ends.size(); i++) {
            longest = Math.max(
                    longest, Duration.between(ends.get(i - 1), ends.get(i)).toMillis());
        }
        return longest;
    }
}
