package dev.callsheet.conversation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From JSON to a plan and back; says everything that is wrong, not only the first. */
final class PlanReader {
    private static final Set<String> FIELDS =
            Set.of("talkingPoints", "idleSeconds", "repeat", "order", "quietHours", "zone", "endsAt", "names");
    private static final int MOST_POINTS = 500;
    private static final int LONGEST_POINT = 2_000;
    private static final int MOST_QUIET = 10;
    private static final int MOST_NAMES = 50;
    private static final int LONGEST_NAME = 60;
    private static final int DAY = 86_400;
    private static final int GAP = 20;

    private final JsonNode json;
    private final String path;
    private final List<Violation> wrong = new ArrayList<>();

    PlanReader(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    SessionPlan.Reading read() {
        if (!json.isObject()) {
            wrong("field.form", "", json, "an object");
            return new SessionPlan.Reading(null, wrong);
        }
        unknown(json, FIELDS, "");
        var points = list("talkingPoints", MOST_POINTS, this::point);
        var quiet = list("quietHours", MOST_QUIET, this::hours);
        var plan = new SessionPlan(
                points,
                gap(),
                flag(json, "repeat", ""),
                order(),
                quiet,
                zone(!quiet.isEmpty()),
                endsAt(),
                list("names", MOST_NAMES, this::name));
        if (json.isEmpty()) {
            wrong("field.missing", "", null, "one at least of " + names(FIELDS));
        }
        if (!quiet.isEmpty() && wholeDay(quiet)) {
            wrong("field.range", "/quietHours", json.path("quietHours"), "hours that leave a part of the day");
        }
        return new SessionPlan.Reading(wrong.isEmpty() ? plan : null, wrong);
    }

    static String write(SessionPlan plan) {
        ObjectNode json = Json.mapper().createObjectNode();
        var points = json.putArray("talkingPoints");
        plan.talkingPoints()
                .forEach(point -> points.addObject().put("text", point.text()).put("verbatim", point.verbatim()));
        json.put("idleSeconds", plan.idleGap().toSeconds());
        json.put("repeat", plan.repeat());
        json.put("order", plan.order().name().toLowerCase(Locale.ROOT));
        var quiet = json.putArray("quietHours");
        plan.quietHours()
                .forEach(hours -> quiet.addObject()
                        .put("from", hours.from().toString())
                        .put("to", hours.to().toString()));
        json.put("zone", plan.zone().getId());
        if (plan.endsAt() != null) {
            json.put("endsAt", plan.endsAt().toString());
        }
        var names = json.putArray("names");
        plan.names().forEach(names::add);
        return new String(Json.canonical(json), StandardCharsets.UTF_8);
    }

    private @Nullable TalkingPoint point(JsonNode item, String at) {
        unknown(item, Set.of("text", "verbatim"), at);
        JsonNode text = item.path("text");
        if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > LONGEST_POINT) {
            wrong(code(text), at + "/text", text, "text of 1 to " + LONGEST_POINT + " characters");
            return null;
        }
        return new TalkingPoint(text.asText().strip(), flag(item, "verbatim", at));
    }

    private @Nullable QuietHours hours(JsonNode item, String at) {
        unknown(item, Set.of("from", "to"), at);
        LocalTime from = time(item, "from", at);
        LocalTime to = time(item, "to", at);
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            wrong("field.range", at + "/to", item.path("to"), "another time than 'from'");
            return null;
        }
        return new QuietHours(from, to);
    }

    private @Nullable String name(JsonNode item, String at) {
        if (!item.isTextual() || item.asText().isBlank() || item.asText().length() > LONGEST_NAME) {
            wrong("field.form", at, item, "text of 1 to " + LONGEST_NAME + " characters");
            return null;
        }
        return item.asText().strip();
    }

    private @Nullable LocalTime time(JsonNode item, String name, String at) {
        JsonNode field = item.path(name);
        try {
            if (field.isTextual() && field.asText().length() == 5) {
                return LocalTime.parse(field.asText());
            }
        } catch (DateTimeParseException e) {
            // Told below, as every other form.
        }
        wrong(code(field), at + "/" + name, field, "a time of day, as 22:30");
        return null;
    }

    private Duration gap() {
        JsonNode field = json.path("idleSeconds");
        if (absent(field)) {
            return Duration.ofSeconds(GAP);
        }
        if (!field.isIntegralNumber() || field.asLong() < 1 || field.asLong() > DAY) {
            wrong("field.range", "/idleSeconds", field, "a whole number from 1 to " + DAY);
        }
        return Duration.ofSeconds(field.asLong(GAP));
    }

    private SessionPlan.Order order() {
        JsonNode field = json.path("order");
        for (var order : SessionPlan.Order.values()) {
            if (field.asText().equals(order.name().toLowerCase(Locale.ROOT))) {
                return order;
            }
        }
        if (!absent(field)) {
            wrong("field.form", "/order", field, "listed or shuffled");
        }
        return SessionPlan.Order.LISTED;
    }

    private ZoneId zone(boolean needed) {
        JsonNode field = json.path("zone");
        try {
            if (field.isTextual()) {
                return ZoneId.of(field.asText());
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        if (needed || !absent(field)) {
            wrong(code(field), "/zone", field, "a time zone, as Europe/Berlin");
        }
        return ZoneOffset.UTC;
    }

    private @Nullable Instant endsAt() {
        JsonNode field = json.path("endsAt");
        if (absent(field)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(field.asText()).toInstant();
        } catch (DateTimeParseException e) {
            wrong("field.form", "/endsAt", field, "an RFC 3339 time, as 2026-12-01T12:00:00Z");
            return null;
        }
    }

    private boolean flag(JsonNode of, String name, String at) {
        JsonNode field = of.path(name);
        if (!absent(field) && !field.isBoolean()) {
            wrong("field.form", at + "/" + name, field, "true or false");
        }
        return field.asBoolean(false);
    }

    private interface Form<T> {
        @Nullable
        T read(JsonNode item, String at);
    }

    private <T> List<T> list(String name, int most, Form<T> form) {
        JsonNode field = json.path(name);
        List<T> items = new ArrayList<>();
        if (absent(field)) {
            return items;
        }
        if (!field.isArray() || field.size() > most) {
            wrong("field.form", "/" + name, field, "a list of at most " + most);
            return items;
        }
        for (int i = 0; i < field.size(); i++) {
            T item = form.read(field.get(i), "/" + name + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private void unknown(JsonNode object, Set<String> known, String at) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong("field.unknown", at + "/" + name, object.path(name), names(known));
            }
        });
    }

    private static boolean wholeDay(List<QuietHours> quiet) {
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
            if (quiet.stream().noneMatch(hours -> hours.covers(time))) {
                return false;
            }
        }
        return true;
    }

    private static boolean absent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    private static String code(JsonNode field) {
        return absent(field) ? "field.missing" : "field.form";
    }

    private static String names(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private void wrong(String code, String at, @Nullable JsonNode found, String allowed) {
        String shown = found == null || absent(found) ? null : shortened(found.toString());
        wrong.add(new Violation(code, path + at, shown, allowed, null));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
