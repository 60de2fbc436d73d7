package dev.callsheet.render.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the provider's jobs of one model against our takes. Says what differs, changes nothing. Pure. */
public final class Reconciliation {
    /** How far the provider's clock, which counts whole seconds, may stand behind ours. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private final List<Job> jobs;
    private final Map<String, BookedTake> owners = new HashMap<>();
    private final List<BookedTake> candidates;
    private final Instant young;
    private final List<Difference> found = new ArrayList<>();

    /**
     * @param jobs as the provider lists or tells them
     * @param booked takes with jobs at the provider
     * @param candidates takes that may have submitted a job without knowing its id, with their markers
     * @param now minus grace: what has changed since is in flight and no difference yet
     */
    private Reconciliation(
            List<Job> jobs, Collection<BookedTake> booked, List<BookedTake> candidates, Instant now, Duration grace) {
        this.jobs = jobs;
        this.candidates = candidates;
        this.young = now.minus(grace);
        booked.forEach(take -> take.jobs().forEach(job -> owners.put(job.providerId(), take)));
    }

    /** All differences, in the order of the jobs. Arguments as in the class's description; {@code grace} for what moves. */
    public static List<Difference> compare(
            List<Job> jobs, Collection<BookedTake> booked, List<BookedTake> candidates, Instant now, Duration grace) {
        var reconciliation = new Reconciliation(jobs, booked, candidates, now, grace);
        jobs.forEach(reconciliation::look);
        reconciliation.duplicates();
        return reconciliation.found;
    }

    /** When the oldest listed job was made; empty if nothing is listed. What is older may have been cut off. */
    public static Optional<Instant> reach(List<Job> listed) {
        return listed.stream().map(Job::createdAt).min(Comparator.naturalOrder());
    }

    /**
     * Jobs of ours that the list should show and does not: those it reaches back to, and all with money open. They are
     * to be asked for one by one: a list may be cut short, an answer about one job is sure.
     */
    public static List<String> unlisted(List<Job> listed, Collection<BookedTake> booked) {
        Set<String> ids = listed.stream().map(Job::providerId).collect(java.util.stream.Collectors.toSet());
        Instant reach = reach(listed).map(oldest -> oldest.plus(SKEW)).orElse(Instant.MAX);
        List<String> unlisted = new ArrayList<>();
        for (BookedTake take : booked) {
            for (BookedTake.BookedJob job : take.jobs()) {
                boolean matters =
                        job.at().isAfter(reach) || (take.openMicros() > 0 && take.isCurrent(job.providerId()));
                if (matters && !ids.contains(job.providerId())) {
                    unlisted.add(job.providerId());
                }
            }
        }
        return unlisted;
    }

    private void look(Job job) {
        BookedTake take = owners.get(job.providerId());
        if (take == null) {
            orphan(job);
        } else {
            switch (job.status()) {
                case JobStatus.Succeeded _ -> succeeded(job, take);
                case JobStatus.Failed(var reason) -> ended(job, take, "failed (" + reason + ")");
                case JobStatus.Stopped _ -> ended(job, take, "was stopped");
                case JobStatus.Unknown _ -> missing(job, take);
                case JobStatus.Running _, JobStatus.WithoutMedium _ -> {
                    // not at an end that could be held against ours
                }
            }
        }
    }

    private void orphan(Job job) {
        if (job.createdAt().isAfter(young) || job.status() instanceof JobStatus.Unknown) {
            return;
        }
        Optional<BookedTake> alike = candidates.stream()
                .filter(take -> job.marker().equals(take.marker()))
                .findFirst();
        // A take that still looks for its job will find it, or be late and then be told of.
        if (alike.filter(take -> searching(take) && take.changedAt().isAfter(young))
                .isPresent()) {
            return;
        }
        String resembles = alike.map(take -> "it resembles " + take.words()).orElse("it resembles no take");
        add(
                paid(job) ? Difference.Kind.ORPHAN_JOB : Difference.Kind.ORPHAN_FAILURE,
                job,
                alike.orElse(null),
                "made " + job.createdAt() + ", " + words(job.status()) + ", seed "
                        + job.marker().seed() + "; " + resembles);
    }

    private static boolean searching(BookedTake take) {
        return take.state().equals("submitting") || take.state().equals("unsure");
    }

    private void succeeded(Job job, BookedTake take) {
        if (take.isCurrent(job.providerId()) && take.settledMicros() > 0) {
            return;
        }
        boolean settling = take.isCurrent(job.providerId()) && take.openMicros() > 0;
        if (job.updatedAt().isAfter(young) || take.changedAt().isAfter(young)) {
            return;
        }
        if (settling) {
            add(
                    Difference.Kind.UNSETTLED_SUCCESS,
                    job,
                    take,
                    "its clip is ready since " + job.updatedAt() + "; " + take.words() + " has " + take.openMicros()
                            + " micros open");
        } else {
            add(
                    Difference.Kind.RELEASED_SUCCESS,
                    job,
                    take,
                    "its clip is ready, so it was charged; " + take.words() + " has released its money");
        }
    }

    private void ended(Job job, BookedTake take, String how) {
        if (!take.isCurrent(job.providerId())
                || take.changedAt().isAfter(young)
                || job.updatedAt().isAfter(young)) {
            return;
        }
        if (take.settledMicros() > 0) {
            add(
                    Difference.Kind.SETTLED_FAILURE,
                    job,
                    take,
                    "it " + how + ", which costs nothing; " + take.words() + " has settled " + take.settledMicros()
                            + " micros");
        } else if (take.openMicros() > 0) {
            add(
                    Difference.Kind.UNNOTICED_FAILURE,
                    job,
                    take,
                    "it " + how + "; " + take.words() + " has " + take.openMicros() + " micros open");
        }
    }

    private void missing(Job job, BookedTake take) {
        if (take.changedAt().isBefore(young)) {
            add(Difference.Kind.MISSING_JOB, job, take, "the provider does not know it; it is of " + take.words());
        }
    }

    /** A repeat after a failure bears the marker again: only jobs that are or will be paid are doubles. */
    private void duplicates() {
        Map<Marker, List<Job>> alive = new LinkedHashMap<>();
        for (Job job : jobs) {
            if (paid(job) && job.marker().seed() >= 0 && job.createdAt().isBefore(young)) {
                alive.computeIfAbsent(job.marker(), _ -> new ArrayList<>()).add(job);
            }
        }
        alive.values().stream().filter(group -> group.size() > 1).forEach(this::duplicate);
    }

    /** Whether the job is or will be paid. */
    private static boolean paid(Job job) {
        return switch (job.status()) {
            case JobStatus.Succeeded _, JobStatus.WithoutMedium _, JobStatus.Running _ -> true;
            case JobStatus.Failed _, JobStatus.Stopped _, JobStatus.Unknown _ -> false;
        };
    }

    /** Two takes may well ask for the very same; one take may not be rendered twice. */
    private void duplicate(List<Job> group) {
        Set<Object> distinct = new java.util.HashSet<>();
        boolean ours = false;
        boolean doubled = false;
        for (Job job : group) {
            BookedTake take = owners.get(job.providerId());
            ours |= take != null;
            doubled |= take == null || !distinct.add(take.id());
        }
        if (doubled) {
            List<String> ids = group.stream().map(Job::providerId).sorted().toList();
            BookedTake take = ours
                    ? group.stream()
                            .map(job -> owners.get(job.providerId()))
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null)
                    : null;
            found.add(new Difference(
                    Difference.Kind.DUPLICATE_MARKER,
                    ids.getFirst(),
                    "jobs with one marker: " + String.join(", ", ids),
                    take == null ? null : take.id(),
                    take == null ? null : take.requestId()));
        }
    }

    private void add(Difference.Kind kind, Job job, @org.jspecify.annotations.Nullable BookedTake take, String detail) {
        found.add(new Difference(
                kind,
                job.providerId(),
                detail,
                take == null ? null : take.id(),
                take == null ? null : take.requestId()));
    }

    private static String words(JobStatus status) {
        return switch (status) {
            case JobStatus.Running(var word) -> word;
            case JobStatus.Succeeded _ -> "success";
            case JobStatus.WithoutMedium _ -> "success without a clip";
            case JobStatus.Failed _ -> "failed";
            case JobStatus.Stopped _ -> "cancelled";
            case JobStatus.Unknown _ -> "unknown";
        };
    }
}
