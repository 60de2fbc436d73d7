package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account has beside its sessions: contexts, LLM configurations, voices, avatars and its credits. */
@Path("/v1")
@RunOnVirtualThread
public class CatalogueResource {
    private static final List<Map<String, String>> VOICES = List.of(
            Map.of("id", "9b9e0a4c-0000-4000-8000-000000000001", "name", "Low", "language", "en", "gender", "male"),
            Map.of("id", "9b9e0a4c-0000-4000-8000-000000000002", "name", "High", "language", "en", "gender", "female"));
    private static final List<Map<String, String>> AVATARS = List.of(
            Map.of("id", TokenReader.SANDBOX_AVATAR, "name", "Sandbox", "status", "ACTIVE", "type", "VIDEO"),
            Map.of("id", "0f0f6f6e-0000-4000-8000-000000000001", "name", "Drawn", "status", "ACTIVE", "type", "VIDEO"));

    private final Callers callers;
    private final Catalogue catalogue;
    private final Account account;
    private final ObjectMapper json;

    CatalogueResource(Callers callers, Catalogue catalogue, Account account, ObjectMapper json) {
        this.callers = callers;
        this.catalogue = catalogue;
        this.account = account;
        this.json = json;
    }

    @GET
    @Path("/users/credits")
    public Envelope credits(@HeaderParam("X-API-KEY") @Nullable String key) {
        callers.accountOnly(key);
        return Envelope.ok(Map.of("credits_left", String.valueOf(account.left())));
    }

    @GET
    @Path("/voices")
    public Envelope voices(@HeaderParam("X-API-KEY") @Nullable String key) {
        callers.accountOnly(key);
        return Envelope.ok(SessionViews.page(VOICES, 1, 20));
    }

    @GET
    @Path("/avatars")
    public Envelope avatars(@HeaderParam("X-API-KEY") @Nullable String key) {
        callers.accountOnly(key);
        return Envelope.ok(SessionViews.page(AVATARS, 1, 20));
    }

    @POST
    @Path("/{kind:contexts|llm-configurations}")
    public Envelope add(
            @HeaderParam("X-API-KEY") @Nullable String key, @PathParam("kind") String kind, @Nullable String body) {
        callers.accountOnly(key);
        var fields = fields(body == null ? "" : body);
        for (String name : needed(kind(kind))) {
            if (!(fields.get(name) instanceof String)) {
                throw Refused.field("missing", name, "Field required");
            }
        }
        return Envelope.ok(catalogue.add(kind(kind), fields));
    }

    @GET
    @Path("/{kind:contexts|llm-configurations}")
    public Envelope list(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @PathParam("kind") String kind,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("page_size") @DefaultValue("20") int size) {
        callers.accountOnly(key);
        return Envelope.ok(SessionViews.page(List.copyOf(catalogue.all(kind(kind))), page, Math.clamp(size, 1, 100)));
    }

    @GET
    @Path("/{kind:contexts|llm-configurations}/{id}")
    public Envelope one(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @PathParam("kind") String kind,
            @PathParam("id") String id) {
        callers.accountOnly(key);
        return Envelope.ok(catalogue.find(kind(kind), id).orElseThrow(() -> Refused.unknown(kind)));
    }

    @DELETE
    @Path("/{kind:contexts|llm-configurations}/{id}")
    public Envelope remove(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @PathParam("kind") String kind,
            @PathParam("id") String id) {
        callers.accountOnly(key);
        if (!catalogue.remove(kind(kind), id)) {
            throw Refused.unknown(kind);
        }
        return Envelope.ok(null);
    }

    private static Catalogue.Kind kind(String path) {
        return path.equals("contexts") ? Catalogue.Kind.CONTEXT : Catalogue.Kind.LLM_CONFIGURATION;
    }

    private static List<String> needed(Catalogue.Kind kind) {
        return switch (kind) {
            case CONTEXT -> List.of("name", "prompt", "opening_text");
            case LLM_CONFIGURATION -> List.of("display_name", "model_name", "secret_id");
        };
    }

    private Map<String, @Nullable Object> fields(String body) {
        try {
            return json.readValue(body, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        } catch (JsonProcessingException e) {
            throw Refused.field("json_invalid", "0", "JSON decode error");
        }
    }
}
