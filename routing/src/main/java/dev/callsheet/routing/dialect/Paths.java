package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;

/** Reads and writes our paths: names with dots; {@code media[]} takes the place's own index. */
final class Paths {
    private static final int MOST_ENTRIES = 200;

    private Paths() {}

    static JsonNode at(JsonNode request, String path, List<Integer> indices) {
        Iterator<Integer> index = indices.iterator();
        JsonNode node = request;
        for (String step : path.split("\\.")) {
            boolean list = step.endsWith("[]");
            node = node.path(list ? step.substring(0, step.length() - 2) : step);
            if (list) {
                node = index.hasNext() ? node.path(index.next()) : MissingNode.getInstance();
            }
        }
        return node;
    }

    static void put(ObjectNode request, String path, List<Integer> indices, JsonNode value) {
        Iterator<Integer> index = indices.iterator();
        ObjectNode node = request;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            node = steps[i].endsWith("[]")
                    ? entry(node, steps[i].substring(0, steps[i].length() - 2), index.hasNext() ? index.next() : 0)
                    : object(node, steps[i]);
        }
        node.set(steps[steps.length - 1], value);
    }

    static void putIfAbsent(ObjectNode request, String path, JsonNode value) {
        if (at(request, path, List.of()).isMissingNode()) {
            put(request, path, List.of(), value);
        }
    }

    private static ObjectNode object(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }

    /** Beyond what a request may hold, all go to one entry: the reader refuses the list by its length anyway. */
    private static ObjectNode entry(ObjectNode node, String name, int index) {
        ArrayNode list = node.get(name) instanceof ArrayNode there ? there : node.putArray(name);
        int at = Math.min(index, MOST_ENTRIES);
        while (list.size() <= at) {
            list.addObject();
        }
        return (ObjectNode) list.get(at);
    }
}
