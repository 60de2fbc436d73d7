package dev.callsheet.bench.live;

import dev.callsheet.bench.Progress;
import dev.callsheet.bench.report.Figures;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Two hours of conversations at a factor of 24: a turn each quarter of a second instead of each six seconds, and a cap of 50
 * seconds instead of 20 minutes, so that each session is followed by the next as often as in two hours. Watched are memory,
 * open files, and that every question was answered and stands in the transcript.
 */
final class Soak {
    static final String LABEL = "two hours of talk";
    static final String EARLY = "RSS MiB, second fifth";
    static final String LATE = "RSS MiB, last fifth";
    static final String EARLY_FILES = "open files, second fifth";
    static final String LATE_FILES = "open files, last fifth";

    private static final int FACTOR = 24;
    private static final long CAP_MILLIS = Duration.ofMinutes(20).toMillis() / FACTOR;
    private static final long PAUSE_MILLIS = Duration.ofSeconds(6).toMillis() / FACTOR;
    private static final String CONSENT =
            ",\"consent\":{\"recordTranscript\":true,\"keepHours\":1},\"turnPolicy\":\"queue\"";
    private static final double MIB = 1 << 20;

    /** What a service is told for such a run. */
    static final Map<String, String> SETTINGS = Map.of(
            "callsheet.session.rotate-before", "PT5S",
            "callsheet.session.ready-patience", "PT0.1S");

    private final boolean brief;
    private final Figures figures;
    private final List<String> faults;
    private final Progress progress;

    Soak(boolean brief, Figures figures, List<String> faults, Progress progress) {
        this.brief = brief;
        this.figures = figures;
        this.faults = faults;
        this.progress = progress;
    }

    /** What a moment of the run weighs. */
    private record Sample(long bytes, long files) {}

    void run(Vertx vertx, Service service, Providers providers) throws InterruptedException {
        long seconds = brief ? 60 : Duration.ofHours(2).toSeconds() / FACTOR;
        var crowd = new Crowd(vertx);
        int legsBefore = providers.legs();
        providers.cap(CAP_MILLIS);
        crowd.grow(brief ? 5 : 20, service, providers, CONSENT);
        crowd.begin(PAUSE_MILLIS);
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            TimeUnit.SECONDS.sleep(1);
            samples.add(new Sample(
                    service.program().residentBytes(), service.program().openFiles()));
            if (second % 30 == 29) {
                progress.say("soak: " + (second + 1) + " of " + seconds + " s, "
                        + Math.round(samples.getLast().bytes() / MIB) + " MiB, "
                        + samples.getLast().files() + " open files, " + (providers.legs() - legsBefore) + " legs");
            }
        }
        long unspoken = crowd.end();
        int fifth = samples.size() / 5;
        figures.add(LABEL, EARLY, median(samples.subList(fifth, 2 * fifth), Sample::bytes) / MIB);
        figures.add(LABEL, LATE, median(samples.subList(4 * fifth, samples.size()), Sample::bytes) / MIB);
        figures.add(LABEL, EARLY_FILES, median(samples.subList(fifth, 2 * fifth), Sample::files));
        figures.add(LABEL, LATE_FILES, median(samples.subList(4 * fifth, samples.size()), Sample::files));
        figures.add(LABEL, "legs", providers.legs() - legsBefore);
        complete(crowd, service, unspoken);
        providers.cap(0);
        progress.say(1, LABEL, figures, List.of(EARLY, LATE, EARLY_FILES, LATE_FILES, "legs", "turns"));
    }

    private void complete(Crowd crowd, Service service, long unspoken) throws InterruptedException {
        // Turns are stored beside the conversation, a moment later.
        TimeUnit.SECONDS.sleep(1);
        List<Integer> asked = crowd.asked();
        long all = 0;
        for (int i = 0; i < asked.size(); i++) {
            String id = crowd.ids().get(i);
            int questions = asked.get(i);
            all += questions;
            String written = service.transcript(id).toString();
            int missing = 0;
            for (int turn = 1; turn <= questions; turn++) {
                missing += written.contains("You said s" + i + "n" + turn + " to me.") ? 0 : 1;
            }
            // Turns have numbers without a gap: the last one is the number of all.
            int turns = service.turns(id, questions - 1).at("/turns/0/turn").asInt();
            if (missing > 0 || turns != questions) {
                faults.add("session " + i + ": of " + questions + " questions " + turns + " have a turn, and " + missing
                        + " answers are not in the transcript");
            }
        }
        figures.add(LABEL, "turns", all);
        if (unspoken > 0) {
            faults.add(unspoken + " answers were cut off");
        }
    }

    private static double median(List<Sample> samples, ToLongFunction<Sample> of) {
        long[] sorted = samples.stream().mapToLong(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
