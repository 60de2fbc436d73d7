package dev.callsheet.render.inbound;

import dev.callsheet.render.outbound.AlertList;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What an operator should look at. */
@Path("/v1/alerts")
@Blocking
public class AlertsResource {
    private static final int MOST = 1000;

    private final AlertList alerts;

    AlertsResource(AlertList alerts) {
        this.alerts = alerts;
    }

    /** Open alerts, newest first. @param closed whether to show those too that are over */
    @GET
    public Response list(
            @QueryParam("closed") @DefaultValue("false") boolean closed, @QueryParam("limit") @Nullable Integer limit) {
        return OperatorAnswers.of(() -> alerts.list(closed, OperatorAnswers.limit(limit, MOST)));
    }
}
