package dev.callsheet.routing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One request of a plan.
 *
 * @param number its place, from 1
 * @param id the partner's own name of it, or {@code row-<number>}
 * @param request as it stands there; null if it cannot be read
 * @param fault why it cannot be read; null if it can
 */
public record Row(
        int number,
        String id,
        @Nullable JsonNode request,
        @Nullable String fault) {
    public static Row of(int number, JsonNode request) {
        return new Row(number, "row-" + number, request, null);
    }

    public static Row unreadable(int number, String fault) {
        return new Row(number, "row-" + number, null, fault);
    }
}
