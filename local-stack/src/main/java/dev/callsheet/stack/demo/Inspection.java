package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what a request became against what was asked: the file, the verdict, both accounts, the trace. */
record Inspection(FrontDesk desk, Web web) {
    private static final int FEWEST_SERVICES = 3;

    RequestResult of(Asked asked, JsonNode seen) {
        List<String> troubles = new ArrayList<>();
        String route = seen.path("route").asText("none");
        expect(troubles, "state", "completed", seen.path("state").asText());
        expect(troubles, "route", asked.scenario(), route);
        expect(troubles, "door", asked.door(), seen.path("door").asText());
        if (asked.scenario().equals("r2v") && !seen.path("verdict").isTextual()) {
            troubles.add("verdict: missing");
        }
        checkClip(seen.path("clip"), troubles);
        long ledger = route.equals("none") ? 0 : desk.settledMicros(route, asked.id());
        long journal = 0;
        for (JsonNode take : seen.path("takes")) {
            journal += desk.chargedMicros(take.path("providerId").asText());
        }
        if (ledger != journal || ledger == 0) {
            troubles.add("cost: our ledger says " + ledger + " micros, the provider's journal " + journal);
        }
        Set<String> services = services(seen.path("traceId").asText(""));
        if (services.size() < FEWEST_SERVICES) {
            troubles.add("trace: found spans of " + services + ", expected at least " + FEWEST_SERVICES + " services");
        }
        return new RequestResult(asked, seen, ledger, journal, List.copyOf(services), troubles);
    }

    /** Fetches the file as anybody with the link could and compares it with what was said about it. */
    private void checkClip(JsonNode clip, List<String> troubles) {
        if (!clip.isObject()) {
            troubles.add("clip: missing");
            return;
        }
        try {
            byte[] file = web.download(clip.path("link").asText());
            expect(troubles, "clip's bytes", clip.path("bytes").asText(), Integer.toString(file.length));
            expect(troubles, "clip's SHA-256", clip.path("sha256").asText(), Json.sha256(file));
        } catch (StackFailure e) {
            troubles.add("clip: " + e.getMessage());
        }
    }

    private Set<String> services(String traceId) {
        Set<String> services = new TreeSet<>();
        if (!traceId.isEmpty()) {
            desk.trace(traceId)
                    .forEach(span -> services.add(span.path("service").asText()));
        }
        return services;
    }

    private static void expect(List<String> troubles, String what, String expected, String found) {
        if (!expected.equals(found)) {
            troubles.add(what + ": found " + found + ", expected " + expected);
        }
    }
}
