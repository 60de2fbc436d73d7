package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Decision.Origin;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.OutputKind;
import dev.callsheet.routing.decision.Axes.Continuity;
import dev.callsheet.routing.decision.Axes.Input;
import dev.callsheet.routing.decision.Axes.Latency;
import dev.callsheet.routing.decision.Axes.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the three axes from the structure of a request. No word in a text field is looked at. */
final class AxisReading {
    private final VideoRequest request;
    private final Slots slots;
    private final Policy policy;
    private final Instant now;

    private AxisReading(VideoRequest request, Slots slots, Policy policy, Instant now) {
        this.request = request;
        this.slots = slots;
        this.policy = policy;
        this.now = now;
    }

    static Axes of(VideoRequest request, Slots slots, Policy policy, Instant now) {
        AxisReading reading = new AxisReading(request, slots, policy, now);
        Seen<Latency> latency = reading.latency();
        return new Axes(latency, reading.input(), reading.continuity(latency));
    }

    /** An axis of which nothing is known, for a request that cannot be read. */
    static Axes unknown() {
        return new Axes(
                new Seen<>(Latency.BATCH, List.of(), Origin.DEFAULT),
                new Seen<>(Input.NONE, List.of(), Origin.DEFAULT),
                new Seen<>(Continuity.UNSTATED, List.of(), Origin.DEFAULT));
    }

    private Seen<Latency> latency() {
        VideoRequest.Latency stated = request.latency();
        Long responseMs = stated == null ? null : stated.responseMs();
        if (responseMs != null) {
            return responseMs <= policy.live().ceilingMs()
                    ? new Seen<>(Latency.LIVE, List.of("/latency/responseMs"), Origin.STATED)
                    : new Seen<>(waiting(responseMs / 1000), List.of("/latency/responseMs"), Origin.DERIVED);
        }
        if (request.avatar() != null && request.avatar().interactivity() != null) {
            return new Seen<>(Latency.LIVE, List.of("/avatar/interactivity"), Origin.DERIVED);
        }
        Instant deadline = stated == null ? null : stated.deadline();
        if (deadline != null) {
            long left = Duration.between(now, deadline).toSeconds();
            return new Seen<>(waiting(left), List.of("/latency/deadline"), Origin.STATED);
        }
        if (policy.live().streamIsLive() && Question.avatarGiven(request) && kind() == OutputKind.STREAM) {
            return new Seen<>(Latency.LIVE, List.of("/avatar/id", "/output/kind"), Origin.DERIVED);
        }
        return new Seen<>(Latency.BATCH, List.of(), Origin.DEFAULT);
    }

    private Latency waiting(long seconds) {
        long typical =
                Math.min(policy.i2v().eta().typicalSeconds(), policy.r2v().eta().typicalSeconds());
        return seconds < typical ? Latency.SHORT : Latency.BATCH;
    }

    private Seen<Input> input() {
        List<String> evidence = new ArrayList<>();
        if (Question.avatarGiven(request)) {
            evidence.add("/avatar/id");
        }
        List<Slot> used = slots.all().stream()
                .filter(slot -> slot.role().isPresent() || slots.sounds().contains(slot))
                .toList();
        used.forEach(slot -> evidence.add(slot.stated() ? slot.at("role") : slot.at()));
        Input value = inputKind();
        if (request.batch() != null) {
            evidence.add("/batch/uri");
        }
        if (value == Input.TEXT_ONLY) {
            evidence.add("/prompt");
        }
        boolean derived = value == Input.UNTYPED_IMAGE
                || !slots.untyped().isEmpty()
                || !slots.open().isEmpty();
        Origin origin = value == Input.NONE ? Origin.DEFAULT : derived ? Origin.DERIVED : Origin.STATED;
        return new Seen<>(value, evidence, origin);
    }

    private Input inputKind() {
        boolean frame = !slots.frames().isEmpty() || request.batch() != null;
        boolean reference = !slots.references().isEmpty();
        if (Question.avatarGiven(request)) {
            return Input.TURNS;
        }
        if (slots.untyped().size() + slots.open().size() > 0
                && slots.all().stream().noneMatch(Slot::stated)) {
            return Input.UNTYPED_IMAGE;
        }
        if (frame && reference) {
            return Input.FRAME_AND_REFERENCE;
        }
        if (frame) {
            return Input.FRAME;
        }
        if (reference) {
            return Input.REFERENCE;
        }
        if (!slots.sounds().isEmpty()) {
            return Input.VOICE_ONLY;
        }
        return Question.given(request.prompt()) ? Input.TEXT_ONLY : Input.NONE;
    }

    private Seen<Continuity> continuity(Seen<Latency> latency) {
        OutputKind kind = kind();
        if (kind != null) {
            Continuity value = switch (kind) {
                case STREAM -> Continuity.CONTINUOUS;
                case FILE -> Continuity.SINGLE;
                case SERIES -> Continuity.SERIES;
            };
            return new Seen<>(value, List.of("/output/kind"), Origin.STATED);
        }
        if (latency.value() == Latency.LIVE) {
            return new Seen<>(Continuity.CONTINUOUS, latency.evidence(), Origin.DERIVED);
        }
        if (Question.given(request.campaign())) {
            return new Seen<>(Continuity.SERIES, List.of("/campaign"), Origin.DERIVED);
        }
        VideoRequest.Output output = request.output();
        if (request.batch() != null) {
            return new Seen<>(Continuity.SINGLE, List.of("/batch"), Origin.DERIVED);
        }
        if (output != null && output.perImage()) {
            return new Seen<>(Continuity.SINGLE, List.of("/output/perImage"), Origin.DERIVED);
        }
        if (output != null && output.seconds() != null) {
            return new Seen<>(Continuity.SINGLE, List.of("/output/seconds"), Origin.DERIVED);
        }
        return new Seen<>(Continuity.UNSTATED, List.of(), Origin.DEFAULT);
    }

    private @Nullable OutputKind kind() {
        return request.output() == null ? null : request.output().kind();
    }
}
