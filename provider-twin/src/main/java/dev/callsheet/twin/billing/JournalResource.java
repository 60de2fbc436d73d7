package dev.callsheet.twin.billing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the billing journal; a door of the twin, not of the provider it stands for. */
@Path("/twin/journal")
public class JournalResource {

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    /** All charges, or those of one job or session. */
    @GET
    public List<JournalEntry> list(@QueryParam("id") @Nullable String id) {
        return journal.entries().stream()
                .filter(entry -> id == null || entry.id().equals(id))
                .toList();
    }
}
