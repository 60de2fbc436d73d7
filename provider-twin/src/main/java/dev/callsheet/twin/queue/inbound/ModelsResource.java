package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Models;
import dev.callsheet.twin.queue.domain.Catalogue;
import dev.callsheet.twin.queue.domain.Model;
import dev.callsheet.twin.queue.domain.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The catalogue; details are also readable without a key, one path segment shorter. */
@Path("/api/v1/ie/requestqueue")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    private final Models models;

    ModelsResource(Models models) {
        this.models = models;
    }

    /** All model ids. */
    @GET
    @Path("apikey/models")
    public Wire.ModelIds list() {
        return new Wire.ModelIds(Catalogue.models().stream().map(Model::id).toList());
    }

    /** One model with its parameters, for a key. */
    @GET
    @Path("apikey/models/{id}")
    public Response detail(@PathParam("id") String id) {
        return open(id);
    }

    /** One model with its parameters, for anybody. */
    @GET
    @Path("models/{id}")
    public Response open(@PathParam("id") String id) {
        return models.find(id)
                .map(model -> Response.ok(Wire.ModelDetail.of(model, RequestsResource.DEFAULT_ORG))
                        .build())
                .orElseGet(() -> Response.status(404)
                        .entity(new Wire.Problem(Refusal.unknownModel(id).error()))
                        .build());
    }
}
