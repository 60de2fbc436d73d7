package dev.callsheet.render;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.media.door.Door;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Prices;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.ClipArchive;
import dev.callsheet.render.outbound.ClipFetch;
import dev.callsheet.render.outbound.ClipStore;
import dev.callsheet.render.outbound.Inputs;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Submissions;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.VoiceClips;
import io.opentelemetry.api.trace.Tracer;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The whole line, put together: requests go in at one end, the engine does the rest. Thread-safe. */
public final class RenderLine {
    private final Scenario scenario;
    private final Prices prices;
    private final Book book;
    private final Engine engine;
    private final InstantSource clock;

    /** What the line is made of. @param news told after each transaction that has messages in the outbox */
    public record Parts(
            DataSource dataSource,
            ClipStore store,
            RenderProvider provider,
            HttpClient http,
            Door door,
            VoiceClips voices,
            Scenario scenario,
            Prices prices,
            Tracer tracer,
            InstantSource clock,
            Runnable news) {}

    /** @param source of the events, as {@code callsheet/i2v-worker} @param slots renders of one model at a time */
    public RenderLine(RenderSettings settings, Parts parts, String source, int slots) {
        this.scenario = parts.scenario();
        this.prices = parts.prices();
        this.clock = parts.clock();
        Transactions transactions = new Transactions(parts.dataSource());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("render-timer").factory());
        Lease lease = new Lease(settings.lease());
        Claims claims = new Claims(transactions, settings.worker());
        Submissions submissions = new Submissions(transactions);
        this.book = new Book(transactions, scenario, source, slots, parts.news());
        ClipArchive archive =
                new ClipArchive(new ClipFetch(parts.http(), parts.store(), timer, parts.tracer()), parts.store());
        Inputs inputs = new Inputs(parts.store(), parts.provider(), parts.door(), parts.voices());
        Studio studio = new Studio(scenario, prices, book, submissions, inputs, archive);
        Senses senses = new Senses(settings, studio, parts.provider(), submissions, claims, lease, clock);
        this.engine = new Engine(settings, claims, book, senses, new Spans(parts.tracer()), lease, clock, timer);
    }

    /** Takes assigned work in; a repeat changes nothing. @param traceparent the trace it came in */
    public void assign(Work.Assigned work, @Nullable String traceparent) throws SQLException {
        RequestFile file =
                RequestFile.of(work.requestId(), work.tenant(), work.request(), work.decision(), traceparent, false);
        String model = work.decision().model() == null
                ? scenario.defaultModel()
                : work.decision().model();
        if (book.open(file, model, quote(file, model), clock.instant())) {
            engine.wake();
        }
    }

    /** What cannot be rendered is queued for nothing and refused there, like anything else. */
    private long quote(RequestFile file, String model) {
        try {
            Draft draft = scenario.draft(file);
            return prices.quote(model, draft);
        } catch (Unrenderable e) {
            return 0;
        }
    }

    public void cancel(RequestId id, TenantId tenant, @Nullable String reason) throws SQLException {
        book.cancel(id, tenant, reason, clock.instant());
        engine.wake();
    }

    /** Takes note of a measured clip. */
    public void measured(Fact.ClipScored fact) throws SQLException {
        book.measured(fact, clock.instant());
        engine.wake();
    }

    public Engine engine() {
        return engine;
    }
}
