package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Jobs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a client did so far: above all, whether it submitted anything twice. A door of the twin. */
@Path("/twin/stats")
public class StatsResource {

    private final Jobs jobs;

    StatsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Totals since the state folder was new. */
    @GET
    public Jobs.Counts counts() {
        return jobs.counts();
    }
}
