package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.dialect.Dialect;
import dev.callsheet.routing.dialect.Dialects;
import dev.callsheet.routing.dialect.Mapped;
import dev.callsheet.routing.plan.Planner;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Rows;
import dev.callsheet.routing.plan.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in as one: its rows, and what they share. A row's own field stands before a shared one.
 *
 * @param table whether each value is a text, under the name of a column
 * @param shared fields of our own form that hold for each row
 */
public record BatchBody(
        List<Row> rows,
        boolean table,
        @Nullable String title,
        @Nullable String campaign,
        ObjectNode shared) {
    private static final Set<String> ENVELOPE = Set.of("title", "campaign", "shared", "requests");

    /** How the rows are written. */
    public enum Form {
        /** One request, a list, or an object with {@code requests} and what they share. */
        JSON,
        /** One JSON document a line. */
        LINES,
        /** Comma separated values with a line of column names. */
        TABLE
    }

    /** The same with a title and a campaign from outside of the body; what is null stays as it is. */
    public BatchBody with(@Nullable String otherTitle, @Nullable String otherCampaign) {
        return new BatchBody(
                rows,
                table,
                otherTitle == null ? title : otherTitle,
                otherCampaign == null ? campaign : otherCampaign,
                shared);
    }

    /** @throws UnreadableEvent if it cannot be read at all; a row that cannot be read is a row */
    public static BatchBody read(Form form, byte[] bytes, RequestDocument documents) {
        return switch (form) {
            case JSON -> document(documents.read(bytes));
            case LINES -> lines(text(bytes));
            case TABLE -> table(text(bytes));
        };
    }

    private static BatchBody document(JsonNode document) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (!document.path("requests").isArray()) {
            return new BatchBody(Rows.of(document), false, null, null, nothing);
        }
        Set<String> unknown = new TreeSet<>();
        document.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(ENVELOPE);
        if (!unknown.isEmpty()) {
            throw new UnreadableEvent(
                    "batch.form",
                    "found the fields " + unknown + "; beside requests allowed are title, campaign, shared");
        }
        JsonNode shared = document.path("shared");
        if (!shared.isObject() && !shared.isMissingNode()) {
            throw new UnreadableEvent("batch.form", "field 'shared': expected an object with fields of a request");
        }
        return new BatchBody(
                Rows.of(document),
                false,
                word(document, "title"),
                word(document, "campaign"),
                shared instanceof ObjectNode fields ? fields : nothing);
    }

    private static @Nullable String word(JsonNode document, String field) {
        JsonNode value = document.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw new UnreadableEvent("batch.form", "field '" + field + "': expected a text");
        }
        return value.isTextual() ? value.asText().replace("\0", "") : null;
    }

    private static BatchBody lines(String text) {
        List<Row> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                rows.add(Rows.line(rows.size() + 1, line));
            }
        }
        return new BatchBody(rows, false, null, null, JsonNodeFactory.instance.objectNode());
    }

    private static BatchBody table(String text) {
        try {
            return new BatchBody(
                    Table.rows(new StringReader(text)), true, null, null, JsonNodeFactory.instance.objectNode());
        } catch (IOException e) {
            throw new UnreadableEvent("batch.table", "not readable as comma separated values: " + e.getMessage());
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableEvent("batch.form", "the body is not UTF-8");
        }
    }

    /** What its rows would become. A table is a catalogue; what is recognised by its fields is mapped; the rest is ours. */
    public Plan plan(TenantId tenant, Policy policy, Dialects dialects, Register register, Instant now) {
        return Plan.of(
                rows, tenant, policy, (document, clock) -> shared(mapped(dialects, document, clock)), register, now);
    }

    private Mapped mapped(Dialects dialects, JsonNode document, Instant clock) {
        Dialect dialect = table
                ? dialects.named(Dialects.TABLE).orElseThrow()
                : dialects.recognised(document).orElse(null);
        return dialect == null ? Planner.own(document, clock) : dialect.map(document, clock);
    }

    private Mapped shared(Mapped row) {
        if (!(row.request() instanceof ObjectNode own)) {
            return row;
        }
        ObjectNode request = merged(shared, own);
        if (campaign != null && !request.has("campaign")) {
            request.put("campaign", campaign);
        }
        return new Mapped(row.dialect(), request, row.clock(), row.notes());
    }

    private static ObjectNode merged(ObjectNode below, ObjectNode above) {
        ObjectNode merged = below.deepCopy();
        above.properties().forEach(field -> {
            JsonNode under = merged.path(field.getKey());
            boolean both = under.isObject() && field.getValue().isObject();
            merged.set(
                    field.getKey(),
                    both ? merged((ObjectNode) under, (ObjectNode) field.getValue()) : field.getValue());
        });
        return merged;
    }

    /** Which body it is, whatever the order of keys and the white space in it. */
    public String hash() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("title", title).put("campaign", campaign).put("table", table).set("shared", shared);
        var all = whole.putArray("rows");
        for (Row row : rows) {
            ObjectNode one = all.addObject().put("id", row.id()).put("fault", row.fault());
            one.set("request", row.request());
        }
        return BodyHash.of(whole);
    }
}
