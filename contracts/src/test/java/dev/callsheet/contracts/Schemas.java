package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published schemas, as documents and as validators (formats are asserted). */
final class Schemas {
    private static final String ADDRESS = "https://callsheet.dev/schemas/";
    private static final Path FOLDER = Path.of("src/main/resources/dev/callsheet/contracts/schemas");

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix(ADDRESS, "classpath:dev/callsheet/contracts/schemas/")));

    /** @param name as {@code take-finished}; of version 1 */
    JsonSchema validator(String name) {
        return factory.getSchema(
                SchemaLocation.of(ADDRESS + name + ".v1.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** All documents by their names, as {@code take-finished}. */
    static Map<String, JsonNode> documents() throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                documents.put(
                        file.getFileName().toString().replace(".v1.json", ""), Json.read(Files.readAllBytes(file)));
            }
        }
        return documents;
    }
}
