package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Sightings;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Jobs as they go over the wire, with the faults they have. */
@ApplicationScoped
public class Readings {

    private final Links links;
    private final Sightings sightings;

    Readings(Links links, Sightings sightings) {
        this.links = links;
        this.sightings = sightings;
    }

    /** A job that is read; it counts. */
    Wire.Reading read(Job job, UriInfo at) {
        return reading(job, sightings.read(job), at);
    }

    /** A job among others; it does not count. */
    Wire.Reading list(Job job, UriInfo at) {
        return reading(job, sightings.last(job), at);
    }

    private Wire.Reading reading(Job job, int sighting, UriInfo at) {
        var telling = Telling.of(job, links.shape(), sighting);
        return Wire.Reading.of(job, telling, links.outcome(at, telling.outcome()));
    }
}
