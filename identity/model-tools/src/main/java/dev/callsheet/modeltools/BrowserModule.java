package dev.callsheet.modeltools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The one value that a file bundled for browsers exports: an object literal, or a text in base64. The file is read as
 * text; nothing of it is run.
 */
final class BrowserModule {
    private static final String EXPORTS = ".exports=";
    private static final JsonMapper LITERALS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    private BrowserModule() {}

    /**
     * An exported object.
     *
     * @throws ModelBuildException if the file exports none
     */
    static JsonNode object(byte[] file) {
        // Minified: !0 is true, !1 is false.
        String literal = exported(file, '{').replace(":!0", ":true").replace(":!1", ":false");
        try {
            return LITERALS.readTree(literal);
        } catch (JsonProcessingException e) {
            throw new ModelBuildException("the file's object literal is not understood", e);
        }
    }

    /**
     * The bytes of files that export a part each, in this order.
     *
     * @throws ModelBuildException if one exports no text
     */
    static byte[] bytes(List<byte[]> files) {
        var joined = new ByteArrayOutputStream();
        for (byte[] file : files) {
            String literal = exported(file, '"');
            joined.writeBytes(Base64.getDecoder().decode(literal.substring(1, literal.indexOf('"', 1))));
        }
        return joined.toByteArray();
    }

    /** The file from the exported literal on. */
    private static String exported(byte[] file, char opening) {
        String text = new String(file, StandardCharsets.UTF_8);
        int at = text.indexOf(EXPORTS + opening);
        if (at < 0) {
            throw new ModelBuildException("the file exports no literal that begins with " + opening);
        }
        return text.substring(at + EXPORTS.length());
    }
}
