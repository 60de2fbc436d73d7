package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaFormat.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked for at {@code POST /v1/media}: leave to upload, or that we fetch. */
public sealed interface MediaAsk {
    /** The most bytes of each kind: what the models read (Model Studio, wan2.7: pictures, reference clips, voices). */
    Map<Kind, Long> MOST_BYTES = Map.of(Kind.IMAGE, 20L << 20, Kind.VIDEO, 100L << 20, Kind.AUDIO, 15L << 20);

    /** Leave to upload exactly this. @param sha256 lower-case hexadecimal */
    record Grant(@Nullable String name, MediaFormat format, long bytes, String sha256) implements MediaAsk {}

    /** An address that we read. */
    record Fetch(@Nullable String name, String uri) implements MediaAsk {}

    /** Something else. */
    record Unclear(List<Violation> violations) implements MediaAsk {}

    /** Reads a body; total. */
    static MediaAsk of(JsonNode body) {
        List<Violation> wrong = new ArrayList<>();
        Set<String> known = body.has("uri") ? Set.of("name", "uri") : Set.of("name", "type", "bytes", "sha256");
        body.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                wrong.add(wrong(
                        "field.unknown",
                        field,
                        null,
                        "only " + known.stream().sorted().toList()));
            }
        });
        String name = text(body, "name");
        if (body.has("name") && (name == null || !name.matches("[\\p{L}\\p{N} ._-]{1,100}"))) {
            wrong.add(wrong("field.form", "name", body.get("name"), "1 to 100 letters, digits, spaces, . _ -"));
        }
        MediaAsk ask = body.has("uri") ? fetch(body, name, wrong) : grant(body, name, wrong);
        return wrong.isEmpty() ? ask : new Unclear(List.copyOf(wrong));
    }

    private static MediaAsk fetch(JsonNode body, @Nullable String name, List<Violation> wrong) {
        String uri = text(body, "uri");
        if (uri == null) {
            wrong.add(wrong("field.form", "uri", body.get("uri"), "an https address"));
        }
        return new Fetch(name, String.valueOf(uri));
    }

    private static MediaAsk grant(JsonNode body, @Nullable String name, List<Violation> wrong) {
        String type = text(body, "type");
        MediaFormat format = type == null ? null : MediaFormat.ofType(type).orElse(null);
        if (format == null || format == MediaFormat.WEBM) {
            wrong.add(wrong("MEDIA_TYPE_MISMATCH", "type", body.get("type"), types()));
            format = MediaFormat.PNG;
        }
        long bytes = body.path("bytes").isIntegralNumber() ? body.path("bytes").asLong() : 0;
        long most = MOST_BYTES.getOrDefault(format.kind(), 0L);
        if (bytes < 1 || bytes > most) {
            wrong.add(wrong("field.range", "bytes", body.get("bytes"), "1 to " + most));
        }
        String sha256 = text(body, "sha256");
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            wrong.add(wrong("field.form", "sha256", body.get("sha256"), "64 hexadecimal digits in lower case"));
        }
        return new Grant(name, format, bytes, String.valueOf(sha256));
    }

    /** The media types that a model reads. */
    static String types() {
        return Arrays.stream(MediaFormat.values())
                .filter(format -> format != MediaFormat.WEBM)
                .map(MediaFormat::type)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.path(field).asText() : null;
    }

    private static Violation wrong(String code, String field, @Nullable JsonNode found, String allowed) {
        String shown = found == null ? null : found.toString();
        String cut = shown != null && shown.length() > 160 ? shown.substring(0, 157) + "..." : shown;
        return new Violation(code, "/" + field.replace("~", "~0").replace("/", "~1"), cut, allowed, null);
    }
}
