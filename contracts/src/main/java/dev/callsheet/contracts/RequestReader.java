package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From any JSON to a request, for both doors: total, and silent about nothing. */
public final class RequestReader {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    private static final int MOST_CLIPS = 1_000;
    private static final int MOST_IN_BATCH = 100_000;

    private RequestReader() {}

    /**
     * @param request null if there are violations
     * @param warnings fields that the schema does not know
     */
    public record Reading(@Nullable VideoRequest request, List<Violation> violations, List<Violation> warnings) {
        public Reading {
            violations = List.copyOf(violations);
            warnings = List.copyOf(warnings);
        }
    }

    public static Reading read(JsonNode json) {
        List<Violation> violations = new ArrayList<>();
        List<Violation> warnings = new ArrayList<>();
        if (!json.isObject()) {
            violations.add(Violation.of(
                    Reason.SCHEMA_INVALID, "", json.getNodeType().name().toLowerCase(Locale.ROOT), "an object"));
            return new Reading(null, violations, warnings);
        }
        FieldReader fields = new FieldReader(json, "", violations, warnings);
        VideoRequest request = request(fields);
        fields.end();
        return new Reading(violations.isEmpty() ? request : null, violations, warnings);
    }

    private static VideoRequest request(FieldReader f) {
        f.only("schemaVersion", "1");
        VideoRequest.Priority priority = f.oneOf("priority", VideoRequest.Priority.class);
        Long maxTakes = f.whole("maxTakes");
        if (maxTakes != null && (maxTakes < 1 || maxTakes > 20)) {
            f.fail("maxTakes", maxTakes, "1 to 20");
        }
        return new VideoRequest(
                f.text("prompt"),
                f.text("negativePrompt"),
                f.list("media", RequestReader::medium),
                f.object(
                        "avatar",
                        a -> new VideoRequest.Avatar(
                                a.text("id"),
                                a.text("persona"),
                                a.oneOf("interactivity", VideoRequest.Interactivity.class))),
                f.object(
                        "latency",
                        l -> new VideoRequest.Latency(
                                l.whole("responseMs"), l.time("deadline"), l.flag("hard", false))),
                f.object("output", RequestReader::output),
                f.text("campaign"),
                f.text("model"),
                f.object("consent", RequestReader::consent),
                seed(f),
                priority == null ? VideoRequest.Priority.NORMAL : priority,
                maxTakes == null ? 1 : maxTakes.intValue(),
                f.object("budget", RequestReader::budget),
                f.text("title"),
                f.object("batch", RequestReader::batch),
                f.texts("fallbackModels"),
                f.time("startsAt"),
                f.texts("events"),
                f.object(
                        "acceptance",
                        a -> new VideoRequest.Acceptance(
                                a.oneOf("retakeOn", VideoRequest.RetakeOn.class), a.flag("hold", false))));
    }

    private static VideoRequest.@Nullable Medium medium(FieldReader f) {
        String uri = f.required("uri");
        var medium = new VideoRequest.Medium(
                f.oneOf("role", VideoRequest.Role.class),
                f.oneOf("type", VideoRequest.MediumType.class),
                uri == null ? "" : uri,
                f.text("character"),
                f.oneOf("kind", VideoRequest.Kind.class),
                f.object("voice", RequestReader::voice),
                f.pixels("width"),
                f.pixels("height"),
                f.whole("bytes"),
                f.number("seconds"),
                f.flag("alpha"),
                f.flag("realPerson", false));
        return uri == null ? null : medium;
    }

    private static VideoRequest.@Nullable Voice voice(FieldReader f) {
        String uri = f.required("uri");
        return new VideoRequest.Voice(
                uri == null ? "" : uri,
                f.number("seconds"),
                f.flag("required", true),
                f.flag("trim", false),
                f.flag("realPerson", false));
    }

    private static VideoRequest.Output output(FieldReader f) {
        Long clips = f.whole("clips");
        if (clips != null && (clips < 1 || clips > MOST_CLIPS)) {
            f.fail("clips", clips, "1 to " + MOST_CLIPS);
        }
        return new VideoRequest.Output(
                f.oneOf("kind", VideoRequest.OutputKind.class),
                upperCase(f.text("resolution")),
                f.number("seconds"),
                f.text("ratio"),
                f.flag("perImage", false),
                clips == null ? null : clips.intValue(),
                f.listOf("also", VideoRequest.OutputKind.class));
    }

    private static VideoRequest.Batch batch(FieldReader f) {
        String uri = f.required("uri");
        Long count = f.whole("count");
        if (count == null || count < 1 || count > MOST_IN_BATCH) {
            f.fail("count", count == null ? "nothing" : count, "1 to " + MOST_IN_BATCH);
        }
        Long concurrency = f.whole("concurrency");
        if (concurrency != null && (concurrency < 1 || concurrency > MOST_IN_BATCH)) {
            f.fail("concurrency", concurrency, "1 to " + MOST_IN_BATCH);
        }
        Double typical = f.number("typicalSeconds");
        if (typical != null && typical <= 0) {
            f.fail("typicalSeconds", typical, "above 0");
        }
        return new VideoRequest.Batch(
                uri == null ? "" : uri,
                count == null ? 1 : count.intValue(),
                concurrency == null ? null : concurrency.intValue(),
                typical);
    }

    /** 720p and 720P are one resolution. */
    private static @Nullable String upperCase(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static VideoRequest.Consent consent(FieldReader f) {
        return new VideoRequest.Consent(f.text("id"), f.text("subject"), Set.copyOf(f.texts("scope")), f.time("until"));
    }

    private static VideoRequest.Budget budget(FieldReader f) {
        String currency = f.text("currency");
        if (currency != null && !currency.equals("USD")) {
            f.fail("currency", currency, "USD");
        }
        String limit = f.required("limit");
        try {
            return new VideoRequest.Budget(
                    new BigDecimal(limit == null ? "0" : limit).multiply(MICROS).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            f.fail("limit", limit, "dollars as a decimal string with at most six places, as \"2.00\"");
            return new VideoRequest.Budget(0);
        }
    }

    private static @Nullable Long seed(FieldReader f) {
        Long seed = f.whole("seed");
        if (seed != null && (seed < 0 || seed > Integer.MAX_VALUE)) {
            f.fail("seed", seed, "0 to 2147483647");
        }
        return seed;
    }
}
