package dev.callsheet.i2v.domain;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
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
 * Image to video: one take, and its clip is the result. The payload is that of wan2.7-i2v (GMI Cloud, model page);
 * a picture without a role is the first frame. Where the request states no resolution it is the provider's default,
 * 1080P.
 */
public final class FrameProduction implements Scenario {

    @Override
    public Route route() {
        return Route.I2V;
    }

    @Override
    public String defaultModel() {
        return "wan2.7-i2v";
    }

    @Override
    public Draft draft(RequestFile file) {
        VideoRequest request = file.request();
        List<Draft.Input> inputs = new ArrayList<>();
        add(inputs, "first_frame", MediumType.IMAGE, firstFrame(request));
        add(inputs, "last_frame", MediumType.IMAGE, with(request, Role.LAST_FRAME));
        add(inputs, "first_clip", MediumType.VIDEO, with(request, Role.FIRST_CLIP));
        add(inputs, "driving_audio", MediumType.AUDIO, with(request, Role.DRIVING_AUDIO));
        boolean starts = inputs.stream()
                .anyMatch(input ->
                        input.field().equals("first_frame") || input.field().equals("first_clip"));
        if (!starts) {
            throw new Unrenderable(
                    Reason.NO_INPUT.name(), "media: found no first frame and no first clip; one of them is needed");
        }
        return Draft.of(request, Map.of(), request.prompt(), inputs);
    }

    private static Optional<Medium> firstFrame(VideoRequest request) {
        return with(request, Role.FIRST_FRAME)
                .or(() -> request.media().stream()
                        .filter(medium ->
                                medium.role() == null && (medium.type() == null || medium.type() == MediumType.IMAGE))
                        .findFirst());
    }

    private static Optional<Medium> with(VideoRequest request, Role role) {
        return request.media().stream().filter(medium -> medium.role() == role).findFirst();
    }

    private static void add(List<Draft.Input> inputs, String field, MediumType type, Optional<Medium> medium) {
        medium.ifPresent(found -> inputs.add(new Draft.Input(field, false, type, found.uri())));
    }

    @Override
    public Sequel after(RequestFile file, List<Attempt> attempts) {
        Take last = attempts.getLast().take();
        return switch (last.state()) {
            case TakeState.Finished(var clip) -> new Sequel.Complete(last.id(), clip, null);
            case TakeState.Failed failed -> new Sequel.GiveUp(failed.code(), failed.message());
            case TakeState.Cancelled _ -> new Sequel.Stop();
            case TakeState.Queued _,
                    TakeState.Submitting _,
                    TakeState.Unsure _,
                    TakeState.Rendering _,
                    TakeState.Wedged _,
                    TakeState.Fetching _ -> new Sequel.Wait();
        };
    }
}
