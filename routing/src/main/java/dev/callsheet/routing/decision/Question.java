package dev.callsheet.routing.decision;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a rule may look at. */
record Question(TenantId tenant, VideoRequest request, Slots slots, Axes axes, Policy policy, Instant now) {

    static Question of(TenantId tenant, VideoRequest request, Policy policy, Instant now) {
        Slots slots = Slots.of(request);
        return new Question(tenant, request, slots, AxisReading.of(request, slots, policy, now), policy, now);
    }

    /** Blank is not given. */
    static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Whether the request itself names an avatar. */
    static boolean avatarGiven(VideoRequest request) {
        return request.avatar() != null && given(request.avatar().id());
    }

    boolean avatarGiven() {
        return avatarGiven(request);
    }

    boolean defaultAvatar() {
        return !avatarGiven() && given(policy.live().defaultAvatar());
    }

    boolean live() {
        return axes.latency().value() == Axes.Latency.LIVE;
    }

    boolean hard() {
        return request.latency() != null && request.latency().hard();
    }

    /** Seconds from now to the deadline, negative if it has passed. */
    Optional<Long> secondsLeft() {
        return Optional.ofNullable(request.latency())
                .map(VideoRequest.Latency::deadline)
                .map(deadline -> Duration.between(now, deadline).toSeconds());
    }

    Optional<VideoRequest.Output> output() {
        return Optional.ofNullable(request.output());
    }

    Optional<Double> seconds() {
        return output().map(VideoRequest.Output::seconds);
    }

    Optional<String> resolution() {
        return output().map(VideoRequest.Output::resolution).filter(Question::given);
    }

    Optional<String> ratio() {
        return output().map(VideoRequest.Output::ratio).filter(Question::given);
    }
}
