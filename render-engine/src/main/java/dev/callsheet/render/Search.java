package dev.callsheet.render;

import dev.callsheet.render.domain.Job;
import dev.callsheet.render.domain.Listing;
import dev.callsheet.render.domain.Marker;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState.Unsure;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Submissions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks for lost submits in the provider's list, which many takes share for a moment: it may be long. Thread-safe. */
final class Search {
    private static final Logger LOG = Logger.getLogger(Search.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int SLOWEST = 10;

    private final RenderSettings settings;
    private final RenderProvider provider;
    private final Submissions submissions;
    private final InstantSource clock;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    Search(RenderSettings settings, RenderProvider provider, Submissions submissions, InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** What a look at the list brought. */
    sealed interface Finding {}

    record Found(String providerId) implements Finding {}

    /** The job does not exist. @param evidence for the take's story */
    record Absent(String evidence) implements Finding {}

    record Unknown(Duration again) implements Finding {}

    /** The newest list of one model. */
    private static final class Shelf {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Listing newest;
    }

    Finding look(Take take, Unsure unsure) throws SQLException {
        Marker marker = Marker.of(submissions
                .find(take.id())
                .orElseThrow(() -> new IllegalStateException("table submissions: no row " + take.id()))
                .payload());
        Listing listing;
        try {
            listing = listing(take.model());
        } catch (IOException e) {
            LOG.warnf("take %s stays unsure: %s", take.id(), e.getMessage());
            return new Unknown(settings.pollInterval());
        }
        List<Job> bearing = listing.bearing(marker, unsure.submittedAt()).toList();
        Set<String> known =
                submissions.known(bearing.stream().map(Job::providerId).toList());
        Optional<Job> ours = bearing.stream()
                .filter(job -> !known.contains(job.providerId()))
                .findFirst();
        if (ours.isPresent()) {
            return new Found(ours.get().providerId());
        }
        Optional<String> doubt = listing.silentAbout(
                unsure.submittedAt(), unsure.since(), settings.proof(), submissions.accepted(take.model()));
        if (doubt.isEmpty()) {
            return new Absent("not among " + listing.size() + " jobs listed at " + listing.asked() + ", "
                    + settings.proof() + " after the lost answer; searched for seed " + marker.seed());
        }
        LOG.debugf("take %s stays unsure: %s", take.id(), doubt.get());
        return new Unknown(again(unsure));
    }

    /** Often at first, when a lost answer's job is most likely to appear; rarer with time. */
    private Duration again(Unsure unsure) {
        long age = Duration.between(unsure.since(), clock.instant()).toSeconds();
        return Duration.ofSeconds(Math.clamp(age / 4, SOON.toSeconds(), SLOWEST));
    }

    private Listing listing(String model) throws IOException {
        Shelf shelf = shelves.computeIfAbsent(model, _ -> new Shelf());
        shelf.lock.lock();
        try {
            Instant now = clock.instant();
            if (shelf.newest == null || shelf.newest.asked().isBefore(now.minus(SOON))) {
                shelf.newest = new Listing(provider.list(model), now);
            }
            return shelf.newest;
        } finally {
            shelf.lock.unlock();
        }
    }
}
