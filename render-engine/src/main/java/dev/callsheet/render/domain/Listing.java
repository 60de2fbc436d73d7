package dev.callsheet.render.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the provider listed for one model, and when it was asked for it. */
public final class Listing {
    /** How far the provider's clock, which counts whole seconds, may stand behind ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);
    /** No provider cuts a page shorter than this. */
    private static final int SHORTEST_PAGE = 20;

    private final Instant asked;
    private final int size;
    private final Instant oldest;
    private final Map<Long, List<Job>> bySeed;

    public Listing(List<Job> jobs, Instant asked) {
        this.asked = asked;
        this.size = jobs.size();
        this.oldest =
                jobs.stream().map(Job::createdAt).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        this.bySeed =
                jobs.stream().collect(Collectors.groupingBy(job -> job.marker().seed()));
    }

    public Instant asked() {
        return asked;
    }

    public int size() {
        return size;
    }

    /** The jobs that bear the marker and were made since the submit, oldest first. */
    public Stream<Job> bearing(Marker marker, Instant submittedAt) {
        return bySeed.getOrDefault(marker.seed(), List.of()).stream()
                .filter(job -> job.marker().equals(marker))
                .filter(job -> job.createdAt().isAfter(submittedAt.minus(SKEW)))
                .sorted(Comparator.comparing(Job::createdAt));
    }

    /**
     * Why this list cannot show that a job submitted then does not exist; empty if it can. A provider may cut its list
     * short, newest first, without saying so: only a list that reaches back before the submit proves anything.
     *
     * @param since when the submit went unanswered
     * @param settle how long after that a job may take to appear
     * @param accepted how many jobs of ours the provider has for this model at least
     */
    public Optional<String> silentAbout(Instant submittedAt, Instant since, Duration settle, long accepted) {
        if (asked.isBefore(since.plus(settle))) {
            return Optional.of("it may still appear");
        }
        boolean whole = size < SHORTEST_PAGE || size >= accepted;
        boolean reachesBack = whole || oldest.isBefore(submittedAt.minus(SKEW));
        return reachesBack ? Optional.empty() : Optional.of("the list of " + size + " jobs does not reach back so far");
    }
}
