package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as others write them. What cannot be read that way is taken as it is: our own reader names the fault. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    static JsonNode read(JsonNode value, @Nullable String as, Instant now) {
        return switch (as) {
            case null -> value;
            case "number" -> number(value).map(Values::node).orElse(value);
            case "millis" ->
                number(value).map(seconds -> node(seconds.movePointRight(3))).orElse(value);
            case "text" -> value.isNumber() ? JSON.textNode(value.decimalValue().toPlainString()) : value;
            case "time" ->
                time(value)
                        .map(found -> (JsonNode) JSON.textNode(found.toString()))
                        .orElse(value);
            case "fromNow" -> fromNow(value, now).orElse(value);
            case "size" -> resolution(value).orElse(value);
            default -> throw new IllegalStateException("no way to read a value: " + as);
        };
    }

    /** An RFC 3339 time, or a date, which begins at midnight UTC. */
    static Optional<Instant> time(JsonNode value) {
        String text = value.asText("");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            try {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            } catch (DateTimeParseException noDate) {
                return Optional.empty();
            }
        }
    }

    /** {@code 1280x720} is 16:9. */
    static Optional<JsonNode> ratio(JsonNode size) {
        return sides(size).map(sides -> {
            int divisor = BigInteger.valueOf(sides[0])
                    .gcd(BigInteger.valueOf(sides[1]))
                    .intValue();
            return JSON.textNode(sides[0] / divisor + ":" + sides[1] / divisor);
        });
    }

    private static Optional<JsonNode> resolution(JsonNode size) {
        return sides(size).map(sides -> JSON.textNode(Math.min(sides[0], sides[1]) + "P"));
    }

    private static Optional<int[]> sides(JsonNode size) {
        String[] parts = size.asText("").split("[x*]", -1);
        boolean two = parts.length == 2 && parts[0].matches("[1-9][0-9]{0,4}") && parts[1].matches("[1-9][0-9]{0,4}");
        return two ? Optional.of(new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])}) : Optional.empty();
    }

    private static Optional<JsonNode> fromNow(JsonNode value, Instant now) {
        return number(value).flatMap(seconds -> {
            try {
                return Optional.of(JSON.textNode(
                        now.plus(Duration.ofMillis(seconds.movePointRight(3).longValueExact()))
                                .toString()));
            } catch (ArithmeticException | DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            double plain = value.doubleValue();
            return Double.isFinite(plain) ? Optional.of(value.decimalValue()) : Optional.empty();
        }
        String text = value.asText("").strip();
        return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static JsonNode node(BigDecimal number) {
        try {
            return JSON.numberNode(number.longValueExact());
        } catch (ArithmeticException e) {
            return JSON.numberNode(number.doubleValue());
        }
    }
}
