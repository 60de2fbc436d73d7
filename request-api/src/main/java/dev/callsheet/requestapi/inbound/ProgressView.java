package dev.callsheet.requestapi.inbound;

import dev.callsheet.requestapi.domain.Progress;
import dev.callsheet.requestapi.domain.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is and when it will have ended; the moments are absent as long as nothing is foretold.
 *
 * @param place how many takes are served before it; absent once it is with the provider
 * @param likelyAt half of such takes have ended by then
 * @param latestAt 95 of 100 such takes have ended by then
 * @param statedAt when that was foretold
 */
record ProgressView(
        String state,
        @Nullable Integer place,
        @Nullable Instant likelyAt,
        @Nullable Instant latestAt,
        @Nullable Instant statedAt) {

    /** Empty for a request that has ended. */
    static Optional<ProgressView> of(State state, @Nullable Progress progress) {
        if (state.isFinal()) {
            return Optional.empty();
        }
        return Optional.of(
                progress == null
                        ? new ProgressView(state.wire(), null, null, null, null)
                        : new ProgressView(
                                state.wire(),
                                progress.place(),
                                progress.likelyAt(),
                                progress.latestAt(),
                                progress.statedAt()));
    }
}
