package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.CampaignWords;
import dev.callsheet.stack.door.CharacterWords;
import dev.callsheet.stack.door.HistoryLine;
import java.util.ArrayList;
import java.util.List;

/** The report for people. */
record DemoTable(DemoReport report) {
    private static final double MILLIS = 1000.0;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("character " + new CharacterWords().line(report.character()));
        report.requests().forEach(request -> add(request, lines));
        report.sessions().forEach(session -> add(session, lines));
        lines.addAll(CampaignWords.lines(report.campaign()));
        CampaignWords.evidence(report.campaign()).lines().forEach(line -> lines.add("  " + line));
        report.troubles().forEach(trouble -> lines.add("  WRONG " + trouble));
        report.skipped().forEach(skipped -> lines.add("skipped: " + skipped));
        lines.add(report.ok() ? "all of it happened" : "not all of it happened");
        return lines;
    }

    private static void add(RequestResult result, List<String> lines) {
        JsonNode seen = result.seen();
        JsonNode clip = result.clip();
        lines.add("request %s  %s".formatted(result.asked().id(), result.asked().label()));
        lines.add("  door %s, route %s, %s: %s"
                .formatted(
                        seen.path("door").asText("?"),
                        seen.path("route").asText("none"),
                        seen.path("state").asText(),
                        reasons(seen)));
        lines.add("  queue %.1f s, render %.1f s, takes %d, verdict %s%s"
                .formatted(
                        result.sum("queuedMs") / MILLIS,
                        result.sum("renderMs") / MILLIS,
                        seen.path("takes").size(),
                        seen.path("verdict").asText("not measured"),
                        seen.has("bound") ? (seen.path("bound").asBoolean() ? ", bound" : ", not bound") : ""));
        lines.add("  clip  %.1f s, %d bytes  %s"
                .formatted(
                        clip.path("seconds").asDouble(),
                        clip.path("bytes").asLong(),
                        clip.path("uri").asText()));
        lines.add("        " + clip.path("link").asText());
        lines.add("  cost  ledger %s, provider's journal %s"
                .formatted(HistoryLine.dollars(result.ledgerMicros()), HistoryLine.dollars(result.journalMicros())));
        lines.add(
                "  trace %s  %s".formatted(seen.path("traceId").asText("none"), String.join(", ", result.services())));
        result.troubles().forEach(trouble -> lines.add("  WRONG " + trouble));
    }

    private static void add(SessionResult result, List<String> lines) {
        lines.add("session " + result.seen().path("sessionId").asText() + "  live avatar");
        for (JsonNode turn : result.seen().path("turns")) {
            JsonNode line = turn.path("timeline");
            lines.add("  turn %d: first token %s ms, first audio %s ms, first frame %s ms%s"
                    .formatted(
                            turn.path("turn").asInt(),
                            line.path("firstTokenMs").asText("-"),
                            line.path("firstAudioMs").asText("-"),
                            line.path("firstFrameMs").asText("-"),
                            turn.path("interrupted").asBoolean() ? ", interrupted" : ""));
        }
        lines.add("  cost  ledger %s, provider's journal %s"
                .formatted(HistoryLine.dollars(result.ledgerMicros()), HistoryLine.dollars(result.journalMicros())));
        result.troubles().forEach(trouble -> lines.add("  WRONG " + trouble));
    }

    private static String reasons(JsonNode seen) {
        List<String> reasons = new ArrayList<>();
        seen.path("decision").path("reasons").forEach(reason -> reasons.add(reason.asText()));
        return String.join(", ", reasons);
    }
}
