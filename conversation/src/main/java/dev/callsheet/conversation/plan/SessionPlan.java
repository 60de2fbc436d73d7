package dev.callsheet.conversation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session does by itself.
 *
 * @param idleGap so long nobody has spoken when a talking point is due
 * @param repeat begin again after the last point
 * @param quietHours when it rests, by clocks in {@code zone}
 * @param endsAt when it ends for good; null for never
 * @param names of the avatar and of what it is about: comments that use one are preferred
 */
public record SessionPlan(
        List<TalkingPoint> talkingPoints,
        Duration idleGap,
        boolean repeat,
        Order order,
        List<QuietHours> quietHours,
        ZoneId zone,
        @Nullable Instant endsAt,
        List<String> names) {
    public SessionPlan {
        names = List.copyOf(names);
        talkingPoints = List.copyOf(talkingPoints);
        quietHours = List.copyOf(quietHours);
    }

    /** In which order talking points come. */
    public enum Order {
        LISTED,
        /** Another order in each round, each point once. */
        SHUFFLED
    }

    /** @param plan null if there are violations */
    public record Reading(@Nullable SessionPlan plan, List<Violation> violations) {
        public Reading {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Reads and checks a plan.
     *
     * @param path where it stands, a JSON Pointer such as {@code /plan}
     */
    public static Reading read(JsonNode json, String path) {
        return new PlanReader(json, path).read();
    }

    /**
     * A plan that was checked and stored.
     *
     * @throws IllegalArgumentException if it was not
     */
    public static SessionPlan parse(String json) {
        var reading = read(Json.read(json.getBytes(StandardCharsets.UTF_8)), "");
        if (reading.plan() == null) {
            throw new IllegalArgumentException("not a plan: " + reading.violations());
        }
        return reading.plan();
    }

    /** The same plan has the same text. */
    public String json() {
        return PlanReader.write(this);
    }

    /** When it may run again, if it is to rest now; adjoining hours are one rest. */
    public Optional<Instant> restingUntil(Instant now) {
        Instant until = now;
        for (int i = 0; i <= 2 * quietHours.size(); i++) {
            Instant at = until;
            var later = quietHours.stream()
                    .flatMap(hours -> hours.until(at, zone).stream())
                    .max(Instant::compareTo);
            if (later.isEmpty()) {
                break;
            }
            until = later.get();
        }
        return until.equals(now) ? Optional.empty() : Optional.of(until);
    }

    /** Whether it is over. */
    public boolean over(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }
}
