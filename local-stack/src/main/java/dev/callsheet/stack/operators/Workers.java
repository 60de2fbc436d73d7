package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The workers' doors for operators. Each worker has tables, and so purses and pauses, of its own. */
public final class Workers {
    /** All workers that render. */
    public static final List<Place> ALL = List.of(Place.I2V_WORKER, Place.R2V_WORKER);

    private final Web web;
    private final Ports ports;

    /** @param web with an operator's key */
    public Workers(Web web, Ports ports) {
        this.web = web;
        this.ports = ports;
    }

    /** The answer to a question. @param query values may be null: then they are left out */
    public JsonNode get(Place worker, String path, Map<String, @Nullable String> query) {
        return web.get(address(worker, path, query)).orThrow(worker.label());
    }

    public JsonNode put(Place worker, String path, Map<String, @Nullable String> query, Object body) {
        return web.put(address(worker, path, query), Json.write(body)).orThrow(worker.label());
    }

    public JsonNode post(Place worker, String path) {
        return web.post(address(worker, path, Map.of()), new byte[0], Map.of()).orThrow(worker.label());
    }

    /** The answer, whatever its status. */
    public Web.Answer delete(Place worker, String path, Map<String, @Nullable String> query) {
        return web.delete(address(worker, path, query));
    }

    private String address(Place worker, String path, Map<String, @Nullable String> query) {
        String parameters = query.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return ports.url(worker) + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
