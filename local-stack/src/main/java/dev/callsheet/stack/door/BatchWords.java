package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A batch in words. */
public final class BatchWords {
    private static final List<String> UNDER_WAY =
            List.of("accepted", "queued", "unsure", "rendering", "wedged", "rendered", "held", "live");
    private static final List<String> OVER = List.of("completed", "partly", "failed", "cancelled", "refused");

    private BatchWords() {}

    /** From 0 to 1. */
    public static double share(JsonNode batch) {
        int total = batch.at("/progress/total").asInt();
        return total == 0 ? 1 : (double) batch.at("/progress/ended").asInt() / total;
    }

    /** Counts and money, in one line. */
    public static String line(JsonNode batch) {
        JsonNode progress = batch.path("progress");
        List<String> parts = new ArrayList<>();
        parts.add(progress.path("ended").asInt() + " of "
                + progress.path("total").asInt() + counts(progress, OVER, ": "));
        String open = counts(progress, UNDER_WAY, "");
        if (!open.isEmpty()) {
            parts.add(open);
        }
        JsonNode money = batch.path("money");
        parts.add(dollars(money.path("settledMicros").asLong()) + " USD spent");
        long committed = money.path("committedMicros").asLong();
        if (committed > 0) {
            parts.add(dollars(committed) + " set aside");
        }
        return String.join("; ", parts);
    }

    /** When all of it will have ended; empty if nobody knows. @param now what the end is counted from */
    public static String time(JsonNode batch, Instant now) {
        JsonNode forecast = batch.path("forecast");
        return forecast.isObject()
                ? "ends likely in " + left(forecast.path("likelyAt"), now) + ", at the latest in "
                        + left(forecast.path("latestAt"), now)
                : "";
    }

    /** Why rows have no clip, a line each; none if all have. */
    public static List<String> reasons(JsonNode batch) {
        List<String> lines = new ArrayList<>();
        batch.path("reasons")
                .forEach(reason -> lines.add("%7d  %s"
                        .formatted(
                                reason.path("count").asInt(),
                                reason.path("code").asText())));
        return lines;
    }

    private static String counts(JsonNode progress, List<String> names, String before) {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            int count = progress.path(name).asInt();
            if (count > 0) {
                words.add(count + " " + name);
            }
        }
        return words.isEmpty() ? "" : before + String.join(", ", words);
    }

    private static String left(JsonNode moment, Instant now) {
        return Spoken.time(Duration.between(now, Instant.parse(moment.asText())).toMillis());
    }

    private static String dollars(long micros) {
        return BigDecimal.valueOf(micros, 6).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
