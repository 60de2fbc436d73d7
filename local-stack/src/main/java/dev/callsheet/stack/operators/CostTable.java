package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was spent, service by service, with a sum that counts each tenant's own line once.
 *
 * @param answers of {@code GET /v1/costs} by the service that gave them
 */
public record CostTable(Map<String, JsonNode> answers) {
    private static final double MICROS = 1e6;
    private static final String FORM = "%-24s %-16s %-20s %10s %10s %10s %10s %10s %6s %10s %10s";

    /** One line of the table for each tenant and campaign, then the sum, then what disagrees. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(FORM.formatted(
                "service",
                "tenant",
                "campaign",
                "quoted",
                "committed",
                "settled",
                "released",
                "open",
                "paid",
                "cap",
                "left"));
        answers.forEach((service, answer) -> answer.path("lines").forEach(line -> lines.add(line(service, line))));
        lines.add(FORM.formatted(
                "sum",
                "",
                "",
                sum("quotedMicros"),
                sum("committedMicros"),
                sum("settledMicros"),
                sum("releasedMicros"),
                sum("openMicros"),
                total("takesPaid"),
                "",
                ""));
        answers.forEach((service, answer) -> answer.path("disagreements")
                .forEach(purse -> lines.add(service + ": THE PURSE DISAGREES WITH ITS LEDGER: " + purse)));
        return lines;
    }

    private static String line(String service, JsonNode line) {
        return FORM.formatted(
                service,
                line.path("tenant").asText(),
                line.path("campaign").asText("(all)"),
                dollars(line.path("quotedMicros")),
                dollars(line.path("committedMicros")),
                dollars(line.path("settledMicros")),
                dollars(line.path("releasedMicros")),
                dollars(line.path("openMicros")),
                line.path("takesPaid").asText(),
                dollars(line.path("capMicros")),
                dollars(line.path("leftMicros")));
    }

    /** If tenants' own lines are there, campaigns are parts of them; asked for a campaign, there is nothing else. */
    private long total(String field) {
        long sum = 0;
        for (JsonNode answer : answers.values()) {
            for (JsonNode line : answer.path("lines")) {
                boolean part = line.has("campaign")
                        && hasOwn(answer, line.path("tenant").asText());
                sum += part ? 0 : line.path(field).asLong();
            }
        }
        return sum;
    }

    private static boolean hasOwn(JsonNode answer, String tenant) {
        return answer.path("lines")
                .valueStream()
                .anyMatch(line ->
                        !line.has("campaign") && line.path("tenant").asText().equals(tenant));
    }

    private String sum(String field) {
        return dollars(total(field));
    }

    private static String dollars(JsonNode micros) {
        return micros.isNumber() ? dollars(micros.asLong()) : "-";
    }

    private static String dollars(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / MICROS);
    }
}
