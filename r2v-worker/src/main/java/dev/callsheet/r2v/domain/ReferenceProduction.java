package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Unrenderable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reference to video: the clip is measured, and taken again where it shows somebody else. The payload is that of
 * wan2.7-r2v (GMI Cloud, model page). The ratio is stated always, 16:9 where the request states none.
 */
public final class ReferenceProduction implements Scenario {
    private static final int MOST_REFERENCES = 5;
    private static final String DEFAULT_RATIO = "16:9";

    @Override
    public Route route() {
        return Route.R2V;
    }

    @Override
    public String defaultModel() {
        return "wan2.7-r2v";
    }

    @Override
    public Draft draft(RequestFile file) {
        VideoRequest request = file.request();
        Cast cast = Cast.of(request);
        int references = cast.references().size();
        if (references == 0 || references > MOST_REFERENCES) {
            Reason reason = references == 0 ? Reason.NO_INPUT : Reason.TOO_MANY_REFERENCES;
            throw new Unrenderable(
                    reason.name(), "media: found " + references + " references; allowed are 1 to " + MOST_REFERENCES);
        }
        String prompt = request.prompt();
        if (prompt == null || prompt.isBlank()) {
            throw new Unrenderable(Reason.PROMPT_REQUIRED.name(), "prompt: found nothing; the model needs one");
        }
        List<Draft.Input> inputs = new ArrayList<>();
        request.media().stream()
                .filter(medium -> medium.role() == Role.FIRST_FRAME)
                .findFirst()
                .ifPresent(medium -> inputs.add(new Draft.Input("first_frame", false, MediumType.IMAGE, medium.uri())));
        for (Cast.Reference reference : cast.references()) {
            String field = reference.type() == MediumType.VIDEO ? "reference_video" : "reference_image";
            inputs.add(new Draft.Input(field, true, reference.type(), reference.uri()));
        }
        VideoRequest.Output output = request.output();
        String ratio = output == null || output.ratio() == null ? DEFAULT_RATIO : output.ratio();
        return Draft.of(
                request, Map.of("ratio", ratio), Binding.of(prompt, cast).prompt(), inputs);
    }

    @Override
    public Sequel after(RequestFile file, List<Attempt> attempts) {
        return RetakePolicy.decide(file, attempts);
    }
}
