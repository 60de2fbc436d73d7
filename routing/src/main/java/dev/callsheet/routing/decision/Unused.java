package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest;
import java.util.List;

/** What is given and no use on the way chosen: told, never dropped silently. */
final class Unused {
    private Unused() {}

    static void byFiles(Question q, List<Finding> findings) {
        VideoRequest request = q.request();
        if (request.startsAt() != null) {
            findings.add(Finding.of(Rule.FAMILY_BY_SLOT, Reason.UNUSED_INPUT, "/startsAt"));
        }
        events(q, Rule.FAMILY_BY_SLOT, findings);
    }

    static void byLive(Question q, List<Finding> findings) {
        VideoRequest request = q.request();
        if (request.startsAt() != null) {
            findings.add(Finding.of(Rule.LIVE, Reason.START_NOT_SCHEDULED, "/startsAt"));
        }
        events(q, Rule.LIVE, findings);
        unless(request.prompt() == null, "/prompt", findings);
        unless(request.negativePrompt() == null, "/negativePrompt", findings);
        unless(request.batch() == null, "/batch", findings);
        unless(request.seed() == null, "/seed", findings);
        unless(request.maxTakes() == 1, "/maxTakes", findings);
        unless(request.fallbackModels().isEmpty(), "/fallbackModels", findings);
        unless(q.secondsLeft().isEmpty(), "/latency/deadline", findings);
        q.output().ifPresent(output -> {
            unless(output.seconds() == null, "/output/seconds", findings);
            unless(output.resolution() == null, "/output/resolution", findings);
            unless(output.ratio() == null, "/output/ratio", findings);
            unless(!output.perImage(), "/output/perImage", findings);
            unless(output.clips() == null || output.clips() == 1, "/output/clips", findings);
        });
    }

    private static void events(Question q, Rule rule, List<Finding> findings) {
        if (!q.request().events().isEmpty()) {
            findings.add(Finding.of(rule, Reason.STATUS_EVENTS_ALWAYS, "/events"));
        }
    }

    private static void unless(boolean absent, String field, List<Finding> findings) {
        if (!absent) {
            findings.add(Finding.of(Rule.LIVE, Reason.UNUSED_INPUT, field));
        }
    }
}
