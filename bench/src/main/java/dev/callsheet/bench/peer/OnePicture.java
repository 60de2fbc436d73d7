package dev.callsheet.bench.peer;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.TakeState;
import java.util.List;
import java.util.Map;

/** The smallest production there is: one picture that the provider reads itself, one take, one clip. */
final class OnePicture implements Scenario {
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
        Medium medium = file.request().media().getFirst();
        var input = new Draft.Input("first_frame", false, MediumType.IMAGE, medium.uri());
        return Draft.of(file.request(), Map.of(), file.request().prompt(), List.of(input));
    }

    @Override
    public Sequel after(RequestFile file, List<Attempt> attempts) {
        var last = attempts.getLast().take();
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
