package dev.callsheet.stack.traces.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.traces.SpanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a trace lacks of what its request's history says was done. Pure. */
final class Whole {
    private static final String ROOM = "callsheet.room";

    private Whole() {}

    /**
     * @param request as the front desk tells it
     * @param spans of its trace
     * @return one line for each thing that is missing or too much; empty for a whole trace
     */
    static List<String> lacks(JsonNode request, List<SpanLine> spans) {
        List<String> lacks = new ArrayList<>();
        long roots = spans.stream().filter(span -> span.parentId() == null).count();
        if (roots != 1) {
            lacks.add(roots + " roots");
        }
        Set<String> ids = spans.stream().map(SpanLine::spanId).collect(Collectors.toSet());
        spans.stream()
                .filter(span -> span.parentId() != null && !ids.contains(span.parentId()))
                .forEach(orphan -> lacks.add("the parent of " + orphan.name() + " at " + orphan.service()));
        atLeast(lacks, spans, "door", 1);
        atLeast(lacks, spans, "routing", 1);
        atLeast(lacks, spans, "outbox", 1);
        String route = request.path("route").asText("");
        if (!route.isEmpty()) {
            atLeast(lacks, spans, "assignment", 1);
        }
        if (request.path("ended").asBoolean()) {
            atLeast(lacks, spans, "projection", 1);
        }
        takes(lacks, request, spans, route.equals("r2v"));
        return lacks;
    }

    private static void takes(List<String> lacks, JsonNode request, List<SpanLine> spans, boolean measured) {
        int all = request.path("takes").size();
        if (count(spans, "take") != all) {
            lacks.add(count(spans, "take") + " of " + all + " takes");
        }
        int finished = 0;
        for (JsonNode take : request.path("takes")) {
            if (!take.has("clip")) {
                continue;
            }
            finished++;
            String attempt = take.path("attempt").asText();
            for (String stage : List.of("queue", "submit", "render", "fetch")) {
                if (spans.stream().noneMatch(span -> is(span, stage) && ofTake(span, attempt))) {
                    lacks.add(stage + " of take " + attempt);
                }
            }
        }
        if (measured) {
            long scored = spans.stream()
                    .filter(span -> span.name().equals("score clip"))
                    .count();
            if (scored != finished) {
                lacks.add(scored + " of " + finished + " scorings");
            }
            atLeast(lacks, spans, "conclusion", finished);
        }
    }

    private static void atLeast(List<String> lacks, List<SpanLine> spans, String room, int number) {
        if (count(spans, room) < number) {
            lacks.add(room);
        }
    }

    private static int count(List<SpanLine> spans, String room) {
        return (int) spans.stream().filter(span -> is(span, room)).count();
    }

    private static boolean is(SpanLine span, String room) {
        return room.equals(span.attributes().get(ROOM));
    }

    private static boolean ofTake(SpanLine span, String attempt) {
        return attempt.equals(span.attributes().get("callsheet.take.attempt"));
    }
}
