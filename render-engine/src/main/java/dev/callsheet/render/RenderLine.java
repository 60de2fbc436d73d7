package dev.callsheet.render;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.media.door.Door;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Lane;
import dev.callsheet.render.domain.Length;
import dev.callsheet.render.domain.PersonsWord;
import dev.callsheet.render.domain.Prices;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.Ticket;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Alerts;
import dev.callsheet.render.outbound.Book;
import dev.callsheet.render.outbound.Claims;
import dev.callsheet.render.outbound.ClipArchive;
import dev.callsheet.render.outbound.ClipFetch;
import dev.callsheet.render.outbound.ClipStore;
import dev.callsheet.render.outbound.Inputs;
import dev.callsheet.render.outbound.ManifestNotes;
import dev.callsheet.render.outbound.Outlook;
import dev.callsheet.render.outbound.Pauses;
import dev.callsheet.render.outbound.ProvenanceMark;
import dev.callsheet.render.outbound.RenderMeters;
import dev.callsheet.render.outbound.RenderProvider;
import dev.callsheet.render.outbound.Restatements;
import dev.callsheet.render.outbound.Rulings;
import dev.callsheet.render.outbound.Submissions;
import dev.callsheet.render.outbound.Sweeps;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.VoiceClips;
import io.opentelemetry.api.trace.Tracer;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The whole line, put together: requests go in at one end, the engine does the rest. Thread-safe. */
public final class RenderLine {
    private final Scenario scenario;
    private final Prices prices;
    private final RenderSettings settings;
    private final Outlook outlook;
    private final Book book;
    private final Claims claims;
    private final Rulings rulings;
    private final Engine engine;
    private final Chores chores;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;

    /** What the line is made of. @param news told after each transaction that has messages in the outbox */
    public record Parts(
            DataSource dataSource,
            ClipStore store,
            ProvenanceMark mark,
            RenderProvider provider,
            HttpClient http,
            Door door,
            VoiceClips voices,
            Scenario scenario,
            Prices prices,
            FaultPoint faults,
            Tracer tracer,
            RenderMeters meters,
            InstantSource clock,
            Runnable news) {}

    /** @param source of the events, as {@code callsheet/i2v-worker} */
    public RenderLine(RenderSettings settings, Parts parts, String source) {
        this.scenario = parts.scenario();
        this.prices = parts.prices();
        this.settings = settings;
        this.clock = parts.clock();
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("render-timer").factory());
        Transactions transactions = new Transactions(parts.dataSource());
        this.outlook = new Outlook(transactions, settings.otherwise(), settings.pollInterval(), settings.slots());
        this.claims = new Claims(transactions, parts.meters(), settings.worker(), settings.slots());
        this.book =
                new Book(transactions, scenario, source, this::ticket, parts.tracer(), parts.meters(), parts.news());
        this.rulings = new Rulings(transactions, book, parts.news());
        Pauses pauses = new Pauses(transactions);
        Rests rests = new Rests(settings, pauses, new Alerts(transactions));
        Senses senses = senses(parts, transactions, rests);
        this.engine = new Engine(
                settings,
                claims,
                book,
                senses,
                new Spans(parts.tracer()),
                new Lease(settings.lease()),
                parts.faults(),
                clock,
                timer);
        this.chores = new Chores(
                settings,
                engine,
                claims,
                new Sweeps(transactions, book, parts.news()),
                outlook,
                new Restatements(transactions, outlook, source, parts.news()),
                new ManifestNotes(transactions, parts.store()),
                pauses,
                rests,
                clock);
    }

    private Senses senses(Parts parts, Transactions transactions, Rests rests) {
        Submissions submissions = new Submissions(transactions);
        ClipFetch fetch = new ClipFetch(parts.http(), parts.store(), timer, parts.tracer());
        ClipArchive archive = new ClipArchive(fetch, parts.store(), parts.mark());
        Inputs inputs = new Inputs(parts.store(), parts.provider(), parts.door(), parts.voices());
        Studio studio = new Studio(scenario, prices, book, submissions, inputs, archive);
        Search search = new Search(settings, parts.provider(), submissions, clock);
        return new Senses(settings, studio, parts.provider(), search, rests, outlook, parts.faults(), clock);
    }

    /** Begins to work. */
    public void start() {
        engine.start();
        chores.start(timer, threads);
    }

    /** Ends what is being done and gives all takes to the other workers. */
    public void stop() {
        engine.stop();
        threads.shutdown();
    }

    /** Takes assigned work in; a repeat changes nothing. @param traceparent the trace it came in */
    public void assign(Work.Assigned work, @Nullable String traceparent) throws SQLException {
        RequestFile file =
                RequestFile.of(work.requestId(), work.tenant(), work.request(), work.decision(), traceparent, false);
        String model = work.decision().model() == null
                ? scenario.defaultModel()
                : work.decision().model();
        claims.seat(model);
        Instant at = clock.instant();
        if (book.open(file, model, quote(file, model), ticket(file, model, at), at)) {
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

    private Ticket ticket(RequestFile file, String model, Instant at) {
        Lane lane = Lane.of(file.request().priority());
        Instant deadline = file.deadline();
        Instant due = deadline == null ? at.plus(settings.patience()) : deadline;
        Length length = length(file);
        return new Ticket(lane, due, length, outlook.joining(file.tenant(), lane, model, length));
    }

    private @Nullable Length length(RequestFile file) {
        try {
            Draft draft = scenario.draft(file);
            return new Length(draft.resolution(), draft.seconds());
        } catch (Unrenderable e) {
            return null;
        }
    }

    /** Notes that a tenant no longer wants a request. @param unstoppable what becomes of a render that goes on */
    public void cancel(RequestId id, TenantId tenant, @Nullable String reason, Unstoppable unstoppable)
            throws SQLException {
        book.cancel(id, tenant, reason, unstoppable, clock.instant());
    }

    /**
     * Takes note of what a person says to a clip.
     *
     * @throws dev.callsheet.contracts.UnreadableEvent if it means no clip of the request
     */
    public void rule(PersonsWord said) throws SQLException {
        rulings.rule(said, clock.instant());
        engine.wake();
    }

    /** An operator's word on an unsure or wedged take. @return the take as it stands; empty if there is none */
    public Optional<Take> resolve(TakeId id, boolean paid, String reason) throws SQLException {
        return book.resolve(id, paid, reason, clock.instant());
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
