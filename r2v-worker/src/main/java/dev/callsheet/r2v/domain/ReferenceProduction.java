package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Unrenderable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reference to video: the clip is measured, and taken again where it shows somebody else. The payload is that of
 * wan2.7-r2v (GMI Cloud, model page). The ratio is stated always, 16:9 where the request states none.
 */
public final class ReferenceProduction implements Scenario {
    private static final int MOST_REFERENCES = 5;
    /** Seconds of output beside a reference clip (Model Studio, wan2.7-r2v). */
    private static final int LONGEST_WITH_CLIP = 10;

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
        Cast cast = Cast.of(file);
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
        checkVoices(file, cast);
        List<Draft.Input> inputs = new ArrayList<>();
        request.media().stream()
                .filter(medium -> medium.role() == Role.FIRST_FRAME)
                .findFirst()
                .ifPresent(medium -> inputs.add(new Draft.Input("first_frame", false, MediumType.IMAGE, medium.uri())));
        for (Cast.Reference reference : cast.references()) {
            String field = reference.sent() == MediumType.VIDEO ? "reference_video" : "reference_image";
            inputs.add(new Draft.Input(field, true, reference.type(), reference.uri(), reference.voice()));
        }
        VideoRequest.Output output = request.output();
        String ratio = output == null || output.ratio() == null ? DEFAULT_RATIO : output.ratio();
        Draft draft = Draft.of(
                request, Map.of("ratio", ratio), Binding.of(prompt, cast).prompt(), inputs);
        boolean clip = cast.references().stream().anyMatch(reference -> reference.sent() == MediumType.VIDEO);
        if (clip && draft.seconds() > LONGEST_WITH_CLIP) {
            throw new Unrenderable(
                    Reason.DURATION_OUT_OF_RANGE.name(),
                    "output.seconds: found " + draft.seconds()
                            + "; with a reference clip, which a voice becomes too, allowed are 2 to "
                            + LONGEST_WITH_CLIP);
        }
        return draft;
    }

    /** A voice that must be heard is never left out: without the router's word for it there is no clip to carry it. */
    private static void checkVoices(RequestFile file, Cast cast) {
        for (var medium : file.request().media()) {
            boolean silent = cast.references().stream()
                    .anyMatch(reference -> reference.uri().equals(medium.uri())
                            && reference.type() == MediumType.IMAGE
                            && reference.voice() == null);
            if (silent && medium.voice() != null && medium.voice().required()) {
                throw new Unrenderable(
                        Reason.VOICE_NOT_CARRIED.name(),
                        "voice: it is required, and the decision does not carry it; send the request again");
            }
        }
    }

    @Override
    public Sequel after(RequestFile file, List<Attempt> attempts) {
        return RetakePolicy.decide(file, attempts);
    }

    @Override
    public Optional<Sequel.Complete> inHand(List<Attempt> attempts) {
        return RetakePolicy.inHand(attempts);
    }

    @Override
    public Optional<Work.Unmade> unmade(RequestFile file, Take take, TakeState.Failed failed) {
        String campaign = file.request().campaign();
        return campaign == null
                ? Optional.empty()
                : Optional.of(new Work.Unmade(
                        file.id(),
                        take.id(),
                        file.tenant(),
                        campaign,
                        Binding.bound(file),
                        take.attempt(),
                        failed.code()));
    }
}
