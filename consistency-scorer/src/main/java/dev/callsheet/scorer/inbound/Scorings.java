package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.corridor.Traces;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipScorer;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.evidence.ContactSheet;
import dev.callsheet.scorer.outbound.Materials;
import dev.callsheet.scorer.outbound.ObjectStore;
import dev.callsheet.identity.evidence.ReportJson;
import dev.callsheet.scorer.outbound.ScratchFolder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One scoring from the stored clip to the published fact. All of it may be repeated: keys and ids are derived. */
@ApplicationScoped
public class Scorings {
    private static final Logger LOG = Logger.getLogger(Scorings.class);
    private static final String SOURCE = "/callsheet/consistency-scorer";

    private final Materials materials;
    private final ClipScorer scorer;
    private final Limits limits;
    private final ContactSheet sheets;
    private final ObjectStore store;
    private final EventPublisher publisher;
    private final Tracer tracer;
    private final Clock clock;
    private final ReportJson reports = new ReportJson();

    Scorings(
            Materials materials,
            ClipScorer scorer,
            Limits limits,
            ContactSheet sheets,
            ObjectStore store,
            EventPublisher publisher,
            OpenTelemetry openTelemetry,
            Clock clock) {
        this.materials = materials;
        this.scorer = scorer;
        this.limits = limits;
        this.sheets = sheets;
        this.store = store;
        this.publisher = publisher;
        this.tracer = openTelemetry.getTracer("callsheet");
        this.clock = clock;
    }

    /**
     * Measures, stores report and sheet, publishes the fact. A clip that cannot be decoded is not measurable: a result,
     * not a failure.
     *
     * @throws RuntimeException if the store or the broker is away
     */
    public void score(Work.Scoring work, @Nullable String traceparent) {
        Span span = tracer.spanBuilder("score clip")
                .setParent(Traces.from(traceparent))
                .setAttribute("callsheet.request.id", work.requestId().toString())
                .setAttribute("callsheet.take.id", work.takeId().toString())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Measurement measurement = measure(work);
            ClipReport report = measurement.report();
            span.setAttribute("callsheet.verdict", report.verdict().name());
            publish(work, report, stored(work, measurement));
            LOG.infof("take %s of request %s: %s", work.takeId(), work.requestId(), report.verdict());
        } catch (RuntimeException e) {
            span.recordException(e);
            LOG.warnf("take %s was not scored: %s", work.takeId(), e.getMessage());
            throw e;
        } finally {
            span.end();
        }
    }

    private Measurement measure(Work.Scoring work) {
        String tenant = work.tenant().toString();
        try (ScratchFolder folder = ScratchFolder.create()) {
            var clip = materials.clip(work.clip(), tenant, folder.path());
            List<Binding> bindings = work.characters().stream()
                    .map(character -> materials.binding(character, tenant, folder.path()))
                    .toList();
            return scorer.score(bindings, clip, limits);
        } catch (NotDecodable e) {
            String why = e.getMessage() == null ? "the clip cannot be read" : e.getMessage();
            return new Measurement(ClipReport.notMeasurable(null, limits, "clip", why), List.of());
        }
    }

    private String stored(Work.Scoring work, Measurement measurement) {
        String folder =
                "tenant/" + work.tenant() + "/request/" + work.requestId() + "/take/" + work.takeId() + "/score/";
        store.put(folder + "sheet.png", sheets.png(measurement), "image/png");
        store.put(folder + "report.json", reports.write(measurement.report()), "application/json");
        return store.address(folder);
    }

    private void publish(Work.Scoring work, ClipReport report, String folder) {
        CharacterScores scores = deciding(report);
        Fact.Score score = new Fact.Score(
                report.verdict().name(),
                reason(report.reasons().getFirst()),
                scores == null ? null : scores.framesWithin(),
                scores == null ? null : scores.median(),
                limits.threshold(),
                limits.id(),
                folder + "report.json",
                folder + "sheet.png");
        Fact fact = new Fact.ClipScored(work.requestId(), work.takeId(), work.tenant(), score);
        publisher.publish(Topics.FACTS, work.requestId().toString(), fact.event(SOURCE, clock.instant()));
    }

    /** The figures of the character whose verdict became the clip's. */
    private static @Nullable CharacterScores deciding(ClipReport report) {
        return report.characters().stream()
                .filter(character -> character.verdict().outcome() == report.verdict())
                .findFirst()
                .map(ClipReport.OfCharacter::scores)
                .orElse(null);
    }

    private static String reason(Verdict.Reason reason) {
        String found = reason.value() == null ? "" : String.format(Locale.ROOT, ", found %.3f", reason.value());
        return reason.text() + " (" + reason.rule() + found + ")";
    }
}
