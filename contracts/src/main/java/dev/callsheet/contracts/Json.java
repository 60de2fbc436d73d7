package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * JSON as the contracts mean it: strict in (no duplicate keys, no NaN, bounded nesting), additive (unknown fields of a
 * fact are ignored), absent rather than null out, times as RFC 3339.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxDocumentLength(1 << 20)
                        .build());
    }

    /** For lists of requests. */
    private static final JsonMapper LARGE = MAPPER.copy();

    static {
        LARGE.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(34)
                        .maxDocumentLength(64L << 20)
                        .build());
    }

    private Json() {}

    /** The shared mapper; do not reconfigure it. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one JSON document.
     *
     * @throws UnreadableEvent if the bytes are not one well-formed document within the limits
     */
    public static JsonNode read(byte[] bytes) {
        return read(bytes, MAPPER);
    }

    /**
     * Reads a document that holds many requests, up to 64 MiB; otherwise as strict as {@link #read(byte[])}.
     *
     * @throws UnreadableEvent if the bytes are not one well-formed document within the limits
     */
    public static JsonNode readList(byte[] bytes) {
        return read(bytes, LARGE);
    }

    private static JsonNode read(byte[] bytes, JsonMapper mapper) {
        requireUtf8(bytes);
        try {
            JsonNode node = mapper.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new UnreadableEvent("event.json", "the body is empty; expected one JSON document");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("event.json", position(e) + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableEvent("event.json", "not readable as UTF-8 JSON");
        }
    }

    /**
     * Reads the payload of a known type.
     *
     * @throws UnreadableEvent if the bytes do not have the type's form
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("event.payload", position(e) + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableEvent("event.payload", "not readable as UTF-8 JSON");
        }
    }

    /** UTF-8 bytes of a document with all its keys in order: equal documents give equal bytes. */
    public static byte[] canonical(JsonNode document) {
        try {
            return write(MAPPER.treeToValue(document, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a tree is always readable as maps and lists", e);
        }
    }

    /** UTF-8 bytes; the same value gives the same bytes. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    public static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The parser would guess UTF-16 and UTF-32 from their zero bytes, and skip a byte order mark. */
    private static void requireUtf8(byte[] bytes) {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0 || bytes[i] == (byte) 0xEF || bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF) {
                throw new UnreadableEvent("event.json", "the body is not UTF-8 JSON without a byte order mark");
            }
        }
    }

    private static String position(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }
}
