package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A body from outside, read as strictly as a record and with bounds on what it may make of our memory: strict UTF-8, one
 * document, no duplicate keys, nesting to 32, a bounded number of values, no number beyond a double, no half characters.
 */
public final class RequestDocument {
    private static final String CODE = "event.json";
    private static final int DEEPEST = 32;

    private final JsonFactory factory;

    /** @param mostBytes longest document @param mostTokens brackets, names and values of one document */
    public RequestDocument(long mostBytes, long mostTokens) {
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxDocumentLength(mostBytes)
                        .maxTokenCount(mostTokens)
                        .build())
                .build();
    }

    /** @throws UnreadableEvent if the bytes are not one such document */
    public JsonNode read(byte[] body) {
        try (JsonParser parser = factory.createParser(text(body))) {
            JsonNode document = Json.mapper().readTree(parser);
            if (document == null || document.isMissingNode()) {
                throw new UnreadableEvent(CODE, "the body is empty; expected one JSON document");
            }
            if (parser.nextToken() != null) {
                throw new UnreadableEvent(CODE, "there is more after the document; expected one JSON document");
            }
            requireWhole(document);
            return document;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UnreadableEvent(
                    CODE,
                    (at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ")
                            + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableEvent(CODE, "not readable as JSON");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableEvent(CODE, "the body is not UTF-8");
        }
    }

    /** What parses, but could not be written again as it was. */
    private static void requireWhole(JsonNode node) {
        if (node.isTextual()) {
            requireWhole(node.textValue());
        } else if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw new UnreadableEvent(CODE, "a number is beyond what a double can hold (about 1.8e308)");
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                requireWhole(field.getKey());
                requireWhole(field.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                requireWhole(item);
            }
        }
    }

    private static void requireWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new UnreadableEvent(CODE, "a string has half a character (a lone surrogate)");
                }
                i++;
            }
        }
    }
}
