package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.Models;
import dev.callsheet.twin.queue.domain.Catalogue;
import dev.callsheet.twin.queue.domain.Field;
import dev.callsheet.twin.queue.domain.FieldType;
import dev.callsheet.twin.queue.domain.Refusal;
import dev.callsheet.twin.queue.domain.SchemaChange;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes a model's parameters, as providers do without a word; a door of the twin. */
@Path("/twin/models/{id}/schema")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SchemaResource {

    private final Models models;

    SchemaResource(Models models) {
        this.models = models;
    }

    /** A change; what is left out stays. */
    record Change(
            @Nullable List<Wire.Parameter> add,
            @Nullable Set<String> remove,
            @Nullable Map<String, String> rename) {}

    /** Takes the place of the change before; answers with the model's details as they are now. */
    @POST
    public Response change(@PathParam("id") String id, @Nullable Change wish) {
        var model = Catalogue.find(id);
        if (model.isEmpty()) {
            return Problems.of(404, Refusal.unknownModel(id).error());
        }
        var fields = new ArrayList<Field>();
        for (var parameter : Optional.ofNullable(wish).map(Change::add).orElse(List.of())) {
            var type = Optional.ofNullable(parameter.type()).flatMap(FieldType::named);
            if (parameter.name() == null || type.isEmpty()) {
                return Problems.of(
                        400,
                        "add: found " + parameter.name() + " of type " + parameter.type()
                                + ", allowed is a name with a type of " + FieldType.words());
            }
            fields.add(parameter.field(type.get()));
        }
        var change = new SchemaChange(
                List.copyOf(fields),
                Optional.ofNullable(wish).map(Change::remove).orElse(Set.of()),
                Optional.ofNullable(wish).map(Change::rename).orElse(Map.of()));
        var unknown = change.unknownNames(model.get());
        if (!unknown.isEmpty()) {
            return Problems.of(400, "remove, rename: found " + unknown + ", which " + id + " does not have");
        }
        models.change(id, change);
        return Response.ok(Wire.ModelDetail.of(change.apply(model.get()), RequestsResource.DEFAULT_ORG))
                .build();
    }

    /** Makes the model what the pages say. */
    @DELETE
    public Response restore(@PathParam("id") String id) {
        models.restore(id);
        return Response.noContent().build();
    }
}
