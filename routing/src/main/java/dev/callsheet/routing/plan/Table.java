package dev.callsheet.routing.plan;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalogue as comma separated values (RFC 4180) with a line of column names. Empty cells are no input; a cell beyond
 * the last column is kept under {@code column-<n>}, so that somebody sees it.
 */
public final class Table {
    private static final List<String> IDS = List.of("id", "sku");

    private Table() {}

    /** @throws IOException if the text cannot be read as a table */
    public static List<Row> rows(Reader text) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<String[]> lines = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build()
                .readerFor(String[].class)
                .readValues(text)) {
            if (!lines.hasNextValue()) {
                return rows;
            }
            String[] columns = lines.nextValue();
            if (columns.length > 0 && columns[0].startsWith("\ufeff")) {
                columns[0] = columns[0].substring(1);
            }
            while (lines.hasNextValue()) {
                rows.add(row(rows.size() + 1, columns, lines.nextValue()));
            }
        }
        return rows;
    }

    private static Row row(int number, String[] columns, String[] cells) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        String id = "row-" + number;
        for (int i = 0; i < cells.length; i++) {
            String name = i < columns.length && !columns[i].isBlank() ? columns[i] : "column-" + (i + 1);
            if (cells[i].isBlank()) {
                continue;
            }
            if (IDS.contains(name)) {
                id = cells[i];
            } else {
                request.put(name, cells[i]);
            }
        }
        return new Row(number, id, request, null);
    }
}
