package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.requestapi.outbound.Campaigns;
import dev.callsheet.requestapi.outbound.Trials;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What became of campaigns, and trials that compare two ways of asking. */
@Path(Entrance.CAMPAIGNS)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CampaignResource {
    private static final int MOST_TRIALS = 100;

    private final Caller caller;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Trials trials;
    private final TrialDesk desk;

    CampaignResource(Caller caller, Campaigns campaigns, CampaignViews views, Trials trials, TrialDesk desk) {
        this.caller = caller;
        this.campaigns = campaigns;
        this.views = views;
        this.trials = trials;
        this.desk = desk;
    }

    /** A tenant's campaigns, those with the latest news first. */
    record Listing(List<CampaignViews.CampaignView> campaigns) {}

    @GET
    public Listing newest(@QueryParam("limit") @DefaultValue("20") String limit) {
        return new Listing(campaigns.newest(caller.tenant(), RequestResource.atMost(limit)).stream()
                .map(campaign -> views.of(caller.tenant(), campaign, null))
                .toList());
    }

    /** Consistency, approvals, cost for each accepted clip, trials. */
    @GET
    @Path("/{name}")
    public CampaignViews.CampaignView show(@PathParam("name") String name) {
        List<TrialViews.Listed> listed = trials.newest(caller.tenant(), name, MOST_TRIALS).stream()
                .map(TrialViews.Listed::of)
                .toList();
        return campaigns
                .find(caller.tenant(), name)
                .map(campaign -> views.of(caller.tenant(), campaign, listed))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "campaign.unknown",
                        "No such campaign",
                        "No request of this tenant names this campaign.")));
    }

    /** Without {@code confirm} 200 with the plan and its price; with the plan's token 202 once both arms are on the log. */
    @POST
    @Path("/{name}/trials")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response trial(@PathParam("name") String name, @Context RoutingContext call) {
        return switch (desk.ask(Gate.holder(call), name, Gate.body(call))) {
            case TrialDesk.Answer.Plan(var plan) -> Response.ok(plan).build();
            case TrialDesk.Answer.Begun(var begun) ->
                Response.accepted(begun)
                        .header(HttpHeaders.LOCATION, begun.links().self())
                        .build();
        };
    }

    /** How a trial stands. */
    @GET
    @Path("/{name}/trials/{id}")
    public TrialViews.Shown trial(@PathParam("name") String name, @PathParam("id") String id) {
        return desk.show(caller.tenant(), name, id);
    }
}
