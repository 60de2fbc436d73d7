package dev.callsheet.render;

import dev.callsheet.contracts.Json;
import dev.callsheet.render.domain.BookedTake;
import dev.callsheet.render.domain.Difference;
import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.Reconciliation;
import dev.callsheet.render.domain.ReconciliationReport;
import dev.callsheet.render.outbound.Costs;
import dev.callsheet.render.outbound.ReconciliationBooks;
import dev.callsheet.render.outbound.RenderProvider;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Holds our books against the provider's list, and says what differs. Changes no money. One worker at a time. */
public final class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int MOST_ASKED = 200;

    private final RenderProvider provider;
    private final ReconciliationBooks books;
    private final Costs costs;
    private final String defaultModel;
    private final Duration grace;
    private final InstantSource clock;

    /** @param grace how long what has just changed may differ */
    public Reconciler(
            RenderProvider provider,
            ReconciliationBooks books,
            Costs costs,
            String defaultModel,
            Duration grace,
            InstantSource clock) {
        this.provider = provider;
        this.books = books;
        this.costs = costs;
        this.defaultModel = defaultModel;
        this.grace = grace;
        this.clock = clock;
    }

    /** One round now; empty if another worker is at it. */
    public Optional<ReconciliationReport> run() throws SQLException {
        return books.alone(this::round);
    }

    /** One round, unless another worker is at it or has ended one since then. */
    public void runUnlessSince(Instant since) throws SQLException {
        books.alone(() -> {
            if (books.latestAt().filter(at -> at.isAfter(since)).isEmpty()) {
                round();
            }
            return true;
        });
    }

    private ReconciliationReport round() throws SQLException {
        Instant began = clock.instant();
        var round = new Round();
        Set<String> models = new TreeSet<>(books.models());
        models.add(defaultModel);
        for (String model : models) {
            try {
                round.compare(model);
            } catch (IOException e) {
                round.troubles.add(model + ": the provider's list cannot be read (" + e.getMessage() + ")");
            }
        }
        int purses = round.purses();
        Instant ended = clock.instant();
        var report = new ReconciliationReport(began, ended, round.models, purses, round.differences, round.troubles);
        books.keep(round.differences, round.looked, Json.text(report), ended);
        if (!round.differences.isEmpty()) {
            LOG.warnf("reconciliation: %d differences, see the alerts", round.differences.size());
        }
        return report;
    }

    /** What one round gathers. */
    private final class Round {
        private final List<ReconciliationReport.OfModel> models = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();
        private final Set<String> looked = new HashSet<>();

        void compare(String model) throws SQLException, IOException {
            List<Job> jobs = new ArrayList<>(provider.list(model));
            int listed = jobs.size();
            Optional<Instant> reach = Reconciliation.reach(jobs);
            Instant since =
                    reach.map(oldest -> oldest.minus(Reconciliation.SKEW)).orElse(clock.instant());
            // Takes are read after the list: whatever is in the list was known, or looked for, by then.
            List<BookedTake> booked = books.booked(model, since);
            int beyond = books.olderThan(model, since);
            List<String> unlisted = Reconciliation.unlisted(jobs, booked);
            int asked = ask(model, unlisted, jobs);
            jobs.forEach(job -> looked.add(job.providerId()));
            differences.addAll(
                    Reconciliation.compare(jobs, booked, candidates(model, jobs, booked), clock.instant(), grace));
            models.add(new ReconciliationReport.OfModel(
                    model, listed, booked.size(), asked, reach.orElse(null), beyond > 0, beyond));
        }

        private int ask(String model, List<String> unlisted, List<Job> jobs) {
            int asked = 0;
            for (String id : unlisted.subList(0, Math.min(MOST_ASKED, unlisted.size()))) {
                try {
                    jobs.add(provider.read(id));
                    asked++;
                } catch (IOException e) {
                    troubles.add(model + ": job " + id + " cannot be read (" + e.getMessage() + ")");
                }
            }
            if (unlisted.size() > MOST_ASKED) {
                troubles.add(
                        model + ": " + (unlisted.size() - MOST_ASKED) + " more jobs are not listed; not asked for");
            }
            return asked;
        }

        /** Only for jobs that nobody owns is it asked whose they might be. */
        private List<BookedTake> candidates(String model, List<Job> jobs, List<BookedTake> booked) throws SQLException {
            Set<String> owned = booked.stream()
                    .flatMap(take -> take.jobs().stream())
                    .map(BookedTake.BookedJob::providerId)
                    .collect(Collectors.toSet());
            Set<Long> seeds = jobs.stream()
                    .filter(job -> !owned.contains(job.providerId()))
                    .map(job -> job.marker().seed())
                    .collect(Collectors.toSet());
            return books.bearing(model, seeds);
        }

        int purses() throws SQLException {
            for (Costs.Disagreement purse : costs.disagreements()) {
                differences.add(new Difference(Difference.Kind.PURSE_SUM, purse.subject(), purse.words(), null, null));
            }
            List<String> all = costs.purses();
            looked.addAll(all);
            return all.size();
        }
    }
}
