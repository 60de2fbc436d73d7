package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision.Alternative;
import dev.callsheet.contracts.Decision.Lack;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.OutputKind;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other families, and what a request would need for them. */
final class Alternatives {
    private Alternatives() {}

    static List<Alternative> of(Question q, Optional<Route> chosen) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Route route : Route.values()) {
            if (!chosen.equals(Optional.of(route))) {
                alternatives.add(new Alternative(route, q.policy().model(route), lacks(q, route)));
            }
        }
        return List.copyOf(alternatives);
    }

    private static List<Lack> lacks(Question q, Route route) {
        List<Lack> lacks = new ArrayList<>();
        switch (route) {
            case AVATAR -> live(q, lacks);
            case I2V -> {
                file(q, lacks);
                if (q.slots().frames().isEmpty() && q.request().batch() == null) {
                    lacks.add(new Lack("/media", "a picture or clip with role firstFrame or firstClip"));
                }
                q.slots()
                        .references()
                        .forEach(slot -> lacks.add(new Lack(slot.at("role"), "no reference: this model keeps none")));
                q.slots().voiced().forEach(slot -> lacks.add(new Lack(slot.at("voice"), "no voice sample")));
            }
            case R2V -> {
                file(q, lacks);
                if (q.slots().references().isEmpty()) {
                    lacks.add(new Lack("/media", "a picture or clip with role reference"));
                }
                if (!Question.given(q.request().prompt())) {
                    lacks.add(new Lack("/prompt", "a prompt that names the reference"));
                }
                q.slots()
                        .of(Role.LAST_FRAME)
                        .forEach(slot -> lacks.add(new Lack(slot.at("role"), "no last frame beside references")));
            }
        }
        return List.copyOf(lacks);
    }

    private static void live(Question q, List<Lack> lacks) {
        if (!q.avatarGiven() && !q.defaultAvatar()) {
            lacks.add(new Lack("/avatar/id", "a provisioned avatar"));
        }
        if (!q.live()) {
            lacks.add(new Lack(
                    "/latency/responseMs",
                    "an answer time up to " + q.policy().live().ceilingMs()));
        }
        if (q.output()
                .map(output -> output.kind())
                .filter(OutputKind.STREAM::equals)
                .isEmpty()) {
            lacks.add(new Lack("/output/kind", "stream"));
        }
        q.slots().references().forEach(slot -> lacks.add(new Lack(slot.at("role"), "overlay, or no such medium")));
    }

    private static void file(Question q, List<Lack> lacks) {
        if (q.live()) {
            lacks.add(new Lack(q.axes().latency().evidence().getFirst(), "no live answer time"));
        }
        if (q.output()
                .map(output -> output.kind())
                .filter(OutputKind.STREAM::equals)
                .isPresent()) {
            lacks.add(new Lack("/output/kind", "file or series"));
        }
        if (q.avatarGiven()) {
            lacks.add(new Lack("/avatar/id", "no avatar"));
        }
    }
}
