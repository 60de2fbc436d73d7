package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chosen model makes at all: length, resolution, ratio, words. */
final class Limits {
    private Limits() {}

    static List<Finding> look(Question q, Route route) {
        List<Finding> findings = new ArrayList<>();
        q.policy().render(route).ifPresent(render -> {
            Policy.Range seconds = secondsAllowed(q, route, render);
            q.seconds().ifPresent(wanted -> {
                if (!seconds.holds(wanted) || wanted != Math.rint(wanted)) {
                    findings.add(refusal(
                            Reason.DURATION_OUT_OF_RANGE,
                            "/output/seconds",
                            wanted,
                            "whole seconds, " + seconds.text()));
                }
            });
            q.resolution().ifPresent(wanted -> {
                if (!render.microsPerSecond().containsKey(wanted)) {
                    findings.add(
                            refusal(Reason.RESOLUTION_UNSUPPORTED, "/output/resolution", wanted, render.resolutions()));
                }
            });
            words("/prompt", q.request().prompt(), q.policy().request().promptCharacters(), findings);
            words(
                    "/negativePrompt",
                    q.request().negativePrompt(),
                    q.policy().request().negativePromptCharacters(),
                    findings);
        });
        ratio(q, route, findings);
        return findings;
    }

    /** A clip made from a reference video is shorter; a voice comes in one. */
    static Policy.Range secondsAllowed(Question q, Route route, Policy.Render render) {
        boolean video =
                q.slots().references().stream().anyMatch(slot -> slot.is(MediumType.VIDEO) || Voices.carried(q, slot));
        return route == Route.R2V && video ? q.policy().references().outputSecondsWithVideo() : render.seconds();
    }

    private static void words(String field, @Nullable String text, int most, List<Finding> findings) {
        int characters = text == null ? 0 : text.codePointCount(0, text.length());
        if (characters > most) {
            findings.add(refusal(
                    Reason.PROMPT_TOO_LONG, field, characters + " characters", "at most " + most + " characters"));
        }
    }

    private static void ratio(Question q, Route route, List<Finding> findings) {
        if (q.ratio().isEmpty() || route == Route.AVATAR) {
            return;
        }
        String wanted = q.ratio().get();
        List<Slot> frames = q.slots().frames();
        if (frames.isEmpty()) {
            if (!q.policy().references().ratios().contains(wanted)) {
                findings.add(refusal(
                        Reason.RATIO_UNSUPPORTED,
                        "/output/ratio",
                        wanted,
                        String.join(", ", q.policy().references().ratios())));
            }
        } else if (frames.stream()
                .filter(slot -> !slot.is(Role.LAST_FRAME))
                .noneMatch(slot -> Pictures.hasRatio(slot, wanted))) {
            findings.add(Finding.of(
                    Rule.OUTPUT_LIMITS,
                    Reason.RATIO_FOLLOWS_IMAGE,
                    "/output/ratio",
                    wanted,
                    "the picture's own ratio"));
        }
    }

    private static Finding refusal(Reason reason, String field, Object found, String allowed) {
        return Finding.of(Rule.OUTPUT_LIMITS, reason, field, found, allowed);
    }
}
