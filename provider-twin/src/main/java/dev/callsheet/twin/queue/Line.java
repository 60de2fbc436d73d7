package dev.callsheet.twin.queue;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.billing.Journal;
import dev.callsheet.twin.billing.Prices;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.Signal;
import dev.callsheet.twin.queue.outbound.Buckets;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import dev.callsheet.twin.render.RenderFailure;
import dev.callsheet.twin.render.Renderer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries jobs from acceptance to their end: gives out places, starts renders, charges. A restarted twin goes on with
 * what it finds; a render that was under way starts anew and gives the same picture.
 */
@ApplicationScoped
public class Line {

    private static final Logger LOG = Logger.getLogger(Line.class);
    private static final long BEAT_MILLIS = 20;

    private final Jobs jobs;
    private final Agenda agenda;
    private final Renderer renderer;
    private final CannedClips canned;
    private final Buckets buckets;
    private final Journal journal;
    private final Prices prices;
    private final Clock clock;
    private final int places;
    private final Set<String> rendering = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("line").factory());
    private final ExecutorService renders = Executors.newVirtualThreadPerTaskExecutor();

    Line(
            Jobs jobs,
            Agenda agenda,
            Renderer renderer,
            CannedClips canned,
            Buckets buckets,
            Journal journal,
            Prices prices,
            Clock clock,
            TwinSettings settings) {
        this.jobs = jobs;
        this.agenda = agenda;
        this.renderer = renderer;
        this.canned = canned;
        this.buckets = buckets;
        this.journal = journal;
        this.prices = prices;
        this.clock = clock;
        this.places = settings.concurrency();
    }

    void start(@Observes StartupEvent event) {
        beat.scheduleWithFixedDelay(this::safely, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        beat.shutdownNow();
        renders.shutdownNow();
    }

    private void safely() {
        try {
            advance();
        } catch (RuntimeException e) {
            LOG.error("the line stumbled and goes on", e);
        }
    }

    /** Gives out free places and moves every job whose time has come. */
    private void advance() {
        while (jobs.placed() < places) {
            var next = agenda.nextWaiting();
            if (next.isEmpty()) {
                break;
            }
            jobs.change(next.get(), now -> now.advance(new Signal.PlaceFree(), clock.instant()));
        }
        for (var id : agenda.due(clock.instant())) {
            jobs.change(id, this::ticked).ifPresent(this::startRender);
        }
    }

    /** Charges before the success is stored: after a crash in between, the charge is found and not made again. */
    private Job ticked(Job job) {
        var next = job.advance(new Signal.Tick(), clock.instant());
        if (next.state() instanceof JobState.Succeeded && !job.state().ended()) {
            journal.chargeOnce(next.model(), next.id(), Orders.price(next, prices), Orders.bought(next));
        }
        return next;
    }

    private void startRender(Job job) {
        if (job.wantsRender() && rendering.add(job.id())) {
            renders.execute(() -> render(job));
        }
    }

    private void render(Job job) {
        try {
            var result = rendered(job);
            jobs.change(job.id(), now -> now.advance(new Signal.Done(result), clock.instant()));
        } catch (InterruptedException _) {
            // The twin is going down; the job stays as it is and is rendered again after the start.
            Thread.currentThread().interrupt();
        } finally {
            rendering.remove(job.id());
        }
    }

    private JobState.Result rendered(Job job) throws InterruptedException {
        var clip = new JobState.Clip(job.id() + ".mp4", job.id() + ".jpg");
        try {
            if (canned.enabled()) {
                canned.prepare(Orders.order(job, buckets::nearest));
                return clip;
            }
            renderer.render(
                    Orders.order(job, buckets::nearest),
                    buckets.place(Bucket.ARTIFACTS, clip.video()).orElseThrow(),
                    buckets.place(Bucket.ARTIFACTS, clip.thumbnail()).orElseThrow());
            return clip;
        } catch (RenderFailure failure) {
            return new JobState.Broken(failure.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "rendering job %s failed", job.id());
            return new JobState.Broken("InternalError: the twin's renderer failed");
        }
    }
}
