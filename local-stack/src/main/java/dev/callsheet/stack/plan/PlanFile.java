package dev.callsheet.stack.plan;

import dev.callsheet.contracts.Json;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Rows;
import dev.callsheet.routing.plan.Table;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file of requests: {@code .json} (one, or a list), {@code .jsonl} (one a line), {@code .csv} (one a row). */
public final class PlanFile {
    private final Path file;

    public PlanFile(Path file) {
        this.file = file;
    }

    public boolean isTable() {
        return ending().equals("csv");
    }

    /** @throws StackFailure if the file cannot be read at all; a line that is no request is a row of its own */
    public List<Row> rows() {
        try {
            return switch (ending()) {
                case "csv" -> Table.rows(new StringReader(text()));
                case "jsonl", "ndjson" -> lines();
                case "json" -> Rows.of(Json.readList(Files.readAllBytes(file)));
                default -> throw new StackFailure(file + ": expected a file that ends in .json, .jsonl or .csv");
            };
        } catch (CharacterCodingException e) {
            throw new StackFailure(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read" + detail(e), e);
        }
    }

    private String ending() {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private String text() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private List<Row> lines() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : text().split("\n", -1)) {
            if (!line.isBlank()) {
                rows.add(Rows.line(rows.size() + 1, line));
            }
        }
        return rows;
    }

    private static String detail(IOException e) {
        return e instanceof com.fasterxml.jackson.core.JsonProcessingException fault
                ? ": " + fault.getOriginalMessage()
                : Files.notExists(Path.of(String.valueOf(e.getMessage()))) ? ": there is no such file" : "";
    }
}
