package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.corridor.logs.Subject;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.scorer.outbound.Register;
import dev.callsheet.scorer.outbound.ScoreFolder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** One scoring from the stored clip to the published fact. All of it may be repeated: keys and ids are derived. */
@ApplicationScoped
public class Scorings {
    static final String SOURCE = "/callsheet/consistency-scorer";

    private static final Logger LOG = Logger.getLogger(Scorings.class);

    private final Screenings screenings;
    private final Calibration calibration;
    private final ScoreFolder folders;
    private final Register register;
    private final Keeping keeping;
    private final Campaigns campaigns;
    private final EventPublisher publisher;
    private final ScorerMeters meters;
    private final Tracer tracer;
    private final Clock clock;

    Scorings(
            Screenings screenings,
            Calibration calibration,
            ScoreFolder folders,
            Register register,
            Keeping keeping,
            Campaigns campaigns,
            EventPublisher publisher,
            ScorerMeters meters,
            OpenTelemetry openTelemetry,
            Clock clock) {
        this.screenings = screenings;
        this.calibration = calibration;
        this.folders = folders;
        this.register = register;
        this.keeping = keeping;
        this.campaigns = campaigns;
        this.publisher = publisher;
        this.meters = meters;
        this.tracer = TraceNames.tracer(openTelemetry);
        this.clock = clock;
    }

    /**
     * Measures, stores report and evidence, keeps the portraits, publishes the fact, draws the campaign. A clip that
     * cannot be decoded is not measurable: a result, not a failure.
     *
     * @param at when the work was told
     * @throws RuntimeException if the store or the broker is away
     */
    public void score(Work.Scoring work, Instant at) {
        Span span = tracer.spanBuilder("score clip")
                .setAttribute(TraceNames.ROOM, Room.SCORING.word())
                .setAttribute(TraceNames.REQUEST, work.requestId().toString())
                .setAttribute(TraceNames.TAKE, work.takeId().toString())
                .startSpan();
        if (work.attempt() != null) {
            span.setAttribute(TraceNames.ATTEMPT, work.attempt().longValue());
        }
        try (Scope _ = span.makeCurrent();
                Subject _ = Subject.of(work.requestId(), work.takeId())) {
            Scored scored = scored(work);
            ClipReport report = scored.report();
            span.setAttribute(TraceNames.VERDICT, report.verdict().name());
            Fact.Score score = Scores.score(report, scored.stored());
            Fact fact = new Fact.ClipScored(work.requestId(), work.takeId(), work.tenant(), score);
            publisher.publish(Topics.FACTS, work.requestId().toString(), fact.event(SOURCE, clock.instant()));
            meters.scored(score, work.bound(), Duration.between(at, clock.instant()));
            LOG.infof("take %s of request %s: %s", work.takeId(), work.requestId(), report.verdict());
            String campaign = work.campaign();
            if (campaign != null) {
                campaigns.add(
                        work.tenant(),
                        Scores.take(work, campaign, report, scored.stored().report(), scored.cast(), at));
            }
        } catch (RuntimeException e) {
            span.setAttribute(TraceNames.ERROR_TYPE, e.getClass().getSimpleName());
            span.setStatus(StatusCode.ERROR);
            LOG.warnf("take %s was not scored: %s", work.takeId(), e.getMessage());
            throw e;
        } finally {
            span.end();
        }
    }

    private record Scored(ClipReport report, ScoreFolder.Stored stored, Cast cast) {}

    /**
     * A consent may be withdrawn while its clip is measured. What shows the character is noted before it is stored, and
     * the consent is asked for again after: either the withdrawal finds the note, or the withdrawal is seen here.
     */
    private Scored scored(Work.Scoring work) {
        String folder = ScoreFolder.of(work.tenant(), work.requestId(), work.takeId());
        String model = calibration.models().embedder().sha256();
        while (true) {
            Instant now = clock.instant();
            Cast cast = Cast.of(work.tenant(), work.characters(), register, model, now);
            Measurement measurement = screenings.measure(work, cast);
            keeping.note(work, cast, folder);
            ScoreFolder.Stored stored = folders.store(folder, title(work), measurement);
            if (work.campaign() != null) {
                keeping.keep(work.takeId(), cast, measurement.portraits(), now);
            }
            if (cast.stands(register)) {
                return new Scored(measurement.report(), stored, cast);
            }
            LOG.infof("take %s is measured anew: a consent has changed meanwhile", work.takeId());
            folders.erase(folder);
            keeping.undo(work.takeId(), cast);
        }
    }

    private static String title(Work.Scoring work) {
        String of = work.campaign() == null ? "request " + work.requestId() : work.campaign();
        return work.attempt() == null ? of : of + ", take " + work.attempt();
    }
}
