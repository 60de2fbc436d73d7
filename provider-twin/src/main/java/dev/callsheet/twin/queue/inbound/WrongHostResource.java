package dev.callsheet.twin.queue.inbound;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The queue's path sent to the chat host: the provider answers 405 there, whatever the method. */
@Path("/v1/requests")
public class WrongHostResource {

    /** A submit that went to the wrong host. */
    @POST
    public Response submit() {
        return Response.status(405).build();
    }

    /** A read that went to the wrong host. */
    @GET
    public Response read() {
        return Response.status(405).build();
    }
}
