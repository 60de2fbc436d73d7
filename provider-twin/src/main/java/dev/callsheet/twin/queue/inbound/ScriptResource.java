package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Scripts;
import dev.callsheet.twin.queue.domain.fault.BadScript;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The script of faults; a door of the twin, not of the provider. */
@Path("/twin/faults/script")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScriptResource {

    private final Scripts scripts;
    private final FaultBoard board;

    ScriptResource(Scripts scripts, FaultBoard board) {
        this.scripts = scripts;
        this.board = board;
    }

    /** The script, and how often each of its rules was asked and has struck. */
    @GET
    public Response view() {
        return board.script()
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> Problems.of(404, "no script is loaded"));
    }

    /** Takes a script in, whatever the content type; a bad one leaves the one before at work. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response load(String yaml) {
        try {
            scripts.load(yaml);
            return view();
        } catch (BadScript e) {
            return Problems.of(400, String.valueOf(e.getMessage()));
        }
    }

    /** Takes the script away. */
    @DELETE
    public Response unload() {
        board.unload();
        return Response.noContent().build();
    }
}
