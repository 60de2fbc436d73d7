package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.outbound.BatchResults;
import dev.callsheet.requestapi.outbound.BatchResults.Result;
import dev.callsheet.requestapi.outbound.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a batch one by one, each clip with a link that works for a while. */
@ApplicationScoped
class ResultWriter {
    private final BatchResults results;
    private final StoredObjects objects;

    ResultWriter(BatchResults results, StoredObjects objects) {
        this.results = results;
        this.objects = objects;
    }

    /** RFC 4180: a line of names, then one for each row; cost in US dollars. */
    void csv(Batch batch, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(writer, "row", "name", "request", "state", "reason", "clip", "link", "seconds", "cost");
        results.each(
                batch.id(),
                result -> line(
                        writer,
                        Integer.toString(result.number()),
                        result.name(),
                        text(result.requestId()),
                        result.state(),
                        result.reason(),
                        result.clipUri(),
                        link(batch.tenant(), result),
                        text(result.seconds()),
                        dollars(result.settledMicros())));
        writer.flush();
    }

    /** A list of objects; what is not known is absent. */
    void json(Batch batch, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.mapper().getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            results.each(batch.id(), result -> {
                json.writeStartObject();
                json.writeNumberField("row", result.number());
                field(json, "name", result.name());
                field(json, "request", text(result.requestId()));
                json.writeStringField("state", result.state());
                field(json, "reason", result.reason());
                raw(json, "errors", result.errors());
                raw(json, "notes", result.notes());
                field(json, "clip", result.clipUri());
                field(json, "link", link(batch.tenant(), result));
                if (result.seconds() != null) {
                    json.writeNumberField("seconds", result.seconds());
                }
                json.writeStringField("cost", dollars(result.settledMicros()));
                json.writeEndObject();
            });
            json.writeEndArray();
        }
    }

    private @Nullable String link(TenantId tenant, Result result) {
        return result.clipUri() == null ? null : objects.link(tenant, result.clipUri());
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void raw(JsonGenerator json, String name, @Nullable String document) throws IOException {
        if (document != null) {
            json.writeFieldName(name);
            json.writeRawValue(document);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String dollars(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }

    private static void line(Writer writer, @Nullable String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(cell(cells[i]));
        }
        writer.write("\r\n");
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
