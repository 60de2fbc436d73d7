package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.CampaignId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.onnx.ModelsUnusable;
import dev.callsheet.scorer.domain.CampaignScores;
import dev.callsheet.scorer.domain.CampaignTake;
import dev.callsheet.scorer.outbound.Calibrations;
import dev.callsheet.scorer.outbound.CampaignFiles;
import dev.callsheet.scorer.outbound.CampaignFolder;
import dev.callsheet.scorer.outbound.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign's state, drawn anew after each of its takes, rulings and erasures. */
@ApplicationScoped
public class Campaigns {
    private final CampaignFiles files;
    private final CampaignFolder folder;
    private final EventPublisher publisher;
    private final Calibrations calibrations;
    private final Clock clock;

    Campaigns(
            CampaignFiles files,
            CampaignFolder folder,
            EventPublisher publisher,
            Calibrations calibrations,
            Clock clock) {
        this.files = files;
        this.folder = folder;
        this.publisher = publisher;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    /** One more take. */
    void add(TenantId tenant, CampaignTake take) {
        files.add(tenant, take);
        draw(tenant, take.campaign());
    }

    /** A take that ended without a clip. @param at when it was told */
    public void unmade(Work.Unmade work, Instant at) {
        add(
                work.tenant(),
                new CampaignTake(
                        work.campaign(),
                        work.requestId().toString(),
                        work.takeId().toString(),
                        work.attempt(),
                        work.bound(),
                        CampaignReport.Outcome.UNMADE,
                        "there is no clip (" + work.code() + ")",
                        null,
                        null,
                        at,
                        List.of()));
    }

    /** A person's word on a take. */
    public void ruled(Work.Ruled work) {
        files.rule(work.tenant(), work.campaign(), work.takeId(), work.ruling());
        draw(work.tenant(), work.campaign());
    }

    /**
     * Draws and tells how the campaign stands. Whoever adds something draws after it; whoever finds more than was drawn
     * draws again: so the last drawing has everything, however many draw at once.
     */
    void draw(TenantId tenant, String campaign) {
        CampaignScores.Yardstick yardstick = yardstick(tenant, campaign);
        List<ObjectStore.Listed> drawn;
        CampaignReport report;
        CampaignFolder.Stored stored;
        do {
            drawn = files.list(tenant, campaign);
            report = CampaignScores.of(campaign, drawn.size(), yardstick, files.read(tenant, drawn, clock.instant()));
            if (report.clips().isEmpty()) {
                return;
            }
            stored = folder.store(CampaignFiles.folder(tenant, campaign), report);
        } while (!files.list(tenant, campaign).equals(drawn));
        CampaignId id = CampaignId.of(tenant, campaign);
        Fact fact = new Fact.CampaignScored(
                id,
                tenant,
                campaign,
                report.clips().size(),
                report.number(),
                consistency(report.bound()),
                consistency(report.unbound()),
                report.approved(),
                report.rejected(),
                stored.report(),
                stored.sheet(),
                stored.page());
        publisher.publish(Topics.FACTS, id.toString(), fact.event(Scorings.SOURCE, clock.instant()));
    }

    /** By the campaign's own limits; by the usual ones if those cannot be used, which its clips say. */
    private CampaignScores.Yardstick yardstick(TenantId tenant, String campaign) {
        Calibration calibration;
        try {
            calibration = calibrations.of(tenant, campaign);
        } catch (ModelsUnusable e) {
            calibration = calibrations.usual();
        }
        return new CampaignScores.Yardstick(
                calibration.id(),
                calibration.models().embedder().sha256(),
                calibration.limits().threshold(),
                calibration.limits().clips());
    }

    private static Fact.@Nullable Consistency consistency(CampaignReport.@Nullable Rate rate) {
        return rate == null
                ? null
                : new Fact.Consistency(
                        rate.takes(),
                        rate.passed(),
                        rate.failed(),
                        rate.review(),
                        rate.notMeasurable(),
                        rate.unmade(),
                        rate.rate(),
                        rate.low(),
                        rate.high());
    }
}
