package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.plan.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for at {@code POST /v1/campaigns/{name}/trials}.
 *
 * @param confirm the token of a plan; null to be shown the plan
 * @param violations empty if there is a design
 */
public record TrialAsk(
        @Nullable TrialDesign design, @Nullable String confirm, List<Violation> violations) {
    private static final Set<String> FIELDS =
            Set.of("bound", "text", "pairs", "expected", "alpha", "power", "seed", "confirm");
    /** What the trial sets itself, so that the arms differ in nothing but the binding. */
    private static final List<String> ITS_OWN = List.of("campaign", "seed", "maxTakes", "acceptance", "batch");

    public TrialAsk {
        violations = List.copyOf(violations);
    }

    /** Reads a body; total. @param mostPairs that may go out at once */
    public static TrialAsk of(JsonNode body, int mostPairs) {
        List<Violation> wrong = new ArrayList<>();
        if (!body.isObject()) {
            return new TrialAsk(null, null, List.of(Fault.form("", body, "an object")));
        }
        Fault.unknown(body, "", FIELDS, wrong);
        JsonNode bound = arm(body, "bound", wrong);
        JsonNode text = arm(body, "text", wrong);
        JsonNode expected = body.path("expected");
        if (!expected.isMissingNode() && !expected.isObject()) {
            wrong.add(Fault.form("/expected", expected, "an object with bound and text"));
        }
        Fault.unknown(expected, "/expected", Set.of("bound", "text"), wrong);
        var design = new TrialDesign(
                bound,
                text,
                (int) whole(body, "pairs", 0, 1, mostPairs, wrong),
                share(expected, "/expected", "bound", 0.8, wrong),
                share(expected, "/expected", "text", 0.55, wrong),
                share(body, "", "alpha", 0.05, wrong),
                share(body, "", "power", 0.8, wrong),
                whole(body, "seed", 1, 0, Integer.MAX_VALUE, wrong));
        if (wrong.isEmpty() && design.expectedBound() <= design.expectedText()) {
            wrong.add(Fault.range("/expected/bound", design.expectedBound(), "more than expected of text"));
        }
        JsonNode confirm = body.path("confirm");
        if (!confirm.isMissingNode() && !confirm.isTextual()) {
            wrong.add(Fault.form("/confirm", confirm, "the token of the plan"));
        }
        return new TrialAsk(wrong.isEmpty() ? design : null, confirm.isTextual() ? confirm.asText() : null, wrong);
    }

    private static JsonNode arm(JsonNode body, String name, List<Violation> wrong) {
        JsonNode arm = body.path(name);
        if (!arm.isObject()) {
            wrong.add(Fault.form("/" + name, arm, "a request"));
            return JsonNodeFactory.instance.objectNode();
        }
        for (String field : ITS_OWN) {
            if (arm.has(field)) {
                wrong.add(new Violation(
                        "field.unknown",
                        "/" + name + "/" + field,
                        Fault.shown(arm.path(field)),
                        "nothing: the trial sets it for both arms",
                        "leave it out"));
            }
        }
        return arm;
    }

    private static long whole(JsonNode body, String name, long absent, long from, long to, List<Violation> wrong) {
        JsonNode found = body.path(name);
        long value = found.isMissingNode() ? absent : found.isIntegralNumber() ? found.asLong() : Long.MIN_VALUE;
        if (value < from || value > to) {
            wrong.add(Fault.range("/" + name, found.isMissingNode() ? "nothing" : found, from + " to " + to));
            return from;
        }
        return value;
    }

    private static double share(JsonNode body, String at, String name, double absent, List<Violation> wrong) {
        JsonNode found = body.path(name);
        double value = found.isMissingNode() ? absent : found.isNumber() ? found.asDouble() : -1;
        if (!(value > 0 && value < 1)) {
            wrong.add(Fault.range(at + "/" + name, found, "more than 0, less than 1"));
            return absent;
        }
        return value;
    }

    /** What stands in the way of comparing such arms. @param bound the decision on one request of that arm */
    public static List<Violation> arms(Decision bound, Decision text) {
        List<Violation> wrong = new ArrayList<>();
        Map<String, Decision> arms = new TreeMap<>(Map.of("bound", bound, "text", text));
        arms.forEach((name, decision) -> {
            decision.conflicts()
                    .forEach(conflict -> wrong.add(new Violation(
                            conflict.code(),
                            "/" + name + conflict.field(),
                            conflict.found(),
                            conflict.allowed(),
                            conflict.suggestion())));
            if (decision.routed() && (decision.route() != Route.R2V || decision.clips() > 1)) {
                String found =
                        String.valueOf(decision.route()).toLowerCase(Locale.ROOT) + ", " + decision.clips() + " clips";
                wrong.add(new Violation("trial.arm", "/" + name, found, "one clip by route r2v", null));
            }
        });
        if (wrong.isEmpty() && unbound(bound)) {
            wrong.add(new Violation(
                    "trial.arm", "/bound/prompt", "a reference is not named", "@{name} of every character", null));
        }
        if (wrong.isEmpty() && !codes(text).contains(Reason.UNBOUND_REFERENCE.name())) {
            wrong.add(new Violation(
                    "trial.arm", "/text/prompt", "a reference is named", "the characters described in words", null));
        }
        return wrong;
    }

    private static boolean unbound(Decision decision) {
        Set<String> codes = codes(decision);
        return codes.contains(Reason.UNBOUND_REFERENCE.name()) || codes.contains(Reason.PARTIAL_BINDING.name());
    }

    private static Set<String> codes(Decision decision) {
        Set<String> codes = new TreeSet<>();
        decision.warnings().forEach(warning -> codes.add(warning.code()));
        return codes;
    }

    /** One pair's rows: the same seed, one take each. @param pair from 1 */
    public static List<Row> rows(TrialDesign design, int pair) {
        return List.of(
                row(2 * pair - 1, "bound-" + pair, design.bound(), design.seedOf(pair)),
                row(2 * pair, "text-" + pair, design.text(), design.seedOf(pair)));
    }

    private static Row row(int number, String id, JsonNode arm, long seed) {
        ObjectNode request = arm.deepCopy();
        request.put("seed", seed).put("maxTakes", 1);
        return new Row(number, id, request, null);
    }

    /** Which design it is. */
    public static String hash(TrialDesign design) {
        return BodyHash.of(Json.mapper().valueToTree(design));
    }

    /** What says that somebody has seen this price for this design. */
    public static String token(TrialDesign design, String campaign, Decision.CostMicros cost) {
        String seen = hash(design) + " " + campaign + " " + cost.from() + " " + cost.to();
        return Json.sha256(seen.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
