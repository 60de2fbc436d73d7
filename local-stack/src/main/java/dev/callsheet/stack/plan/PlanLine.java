package dev.callsheet.stack.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.routing.plan.Planned;

/** One planned row as one line of JSON, for programs. */
public final class PlanLine {
    private PlanLine() {}

    /** The decision with the row's id before it; {@code route} is {@code reject} and {@code reasons} holds every code. */
    public static String of(Planned planned) {
        Decision decision = planned.decision();
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", planned.id());
        line.put("route", decision.route() == null ? "reject" : decision.route().wire());
        line.set("reasons", Json.mapper().valueToTree(decision.codes()));
        line.put("confidence", decision.confidence());
        line.put("row", planned.number());
        line.put("dialect", planned.dialect());
        ObjectNode whole = Json.mapper().valueToTree(decision);
        whole.properties().forEach(field -> {
            if (!line.has(field.getKey())) {
                line.set(field.getKey(), field.getValue());
            }
        });
        return Json.text(line);
    }
}
