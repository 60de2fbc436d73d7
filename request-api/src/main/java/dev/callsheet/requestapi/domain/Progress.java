package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was foretold of the newest take, as moments.
 *
 * @param place how many takes are served before it; null once it is with the provider
 * @param likelyAt half of such takes have ended by then
 * @param latestAt 95 of 100 such takes have ended by then
 * @param statedAt when it was foretold
 */
public record Progress(@Nullable Integer place, Instant likelyAt, Instant latestAt, Instant statedAt) {

    /** What holds after one more fact of the take. @param before null if nothing was foretold until then */
    static @Nullable Progress after(@Nullable Progress before, Fact.OfTake fact, Instant at) {
        return switch (fact) {
            case Fact.TakeQueued queued -> at(queued.forecast(), at);
            case Fact.TakeForecast moved -> at(moved.forecast(), at);
            case Fact.TakeRendering rendering -> at(rendering.forecast(), at);
            // The render that was foretold did not come, or is over its time.
            case Fact.TakeRequeued _, Fact.TakeWedged _ -> null;
            case Fact.TakeUnsure _, Fact.TakeUnstoppable _ -> before;
            case Fact.TakeFinished _, Fact.TakeFailed _, Fact.TakeCancelled _ -> null;
            case Fact.ClipScored _, Fact.ClipRuled _, Fact.RequestHeld _ -> null;
        };
    }

    private static @Nullable Progress at(Fact.@Nullable Forecast forecast, Instant stated) {
        return forecast == null
                ? null
                : new Progress(
                        forecast.place(),
                        stated.plusMillis(forecast.likelyMs()),
                        stated.plusMillis(forecast.latestMs()),
                        stated);
    }
}
