package dev.callsheet.stack.traces;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spans in one file of JSON lines, and where in it those of each trace are. Not thread-safe. */
final class Spool {
    /** The last name of a line, as names are in the order of the alphabet. */
    private static final String MARK = "\"traceId\":\"";

    private static final int ID = 32;

    private final Path file;
    private final Map<String, List<Line>> lines = new HashMap<>();
    private long length;

    /** Where a line is. */
    private record Line(long from, int bytes) {}

    /** Reads where the lines of a file are; there need be none yet. */
    Spool(Path file) {
        this.file = file;
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                note(line);
            }
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    long length() {
        return length;
    }

    void append(List<SpanLine> spans) throws IOException {
        List<String> texts = spans.stream().map(Json::text).toList();
        Files.writeString(file, String.join("\n", texts) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        texts.forEach(this::note);
    }

    private void note(String line) {
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        int from = line.lastIndexOf(MARK) + MARK.length();
        if (from >= MARK.length() && line.length() > from + ID) {
            String trace = line.substring(from, from + ID);
            lines.computeIfAbsent(trace, _ -> new ArrayList<>(4)).add(new Line(length, bytes));
        }
        length += bytes + 1;
    }

    List<SpanLine> find(String traceId) throws IOException {
        List<Line> own = lines.getOrDefault(traceId, List.of());
        List<SpanLine> spans = new ArrayList<>(own.size());
        if (own.isEmpty()) {
            return spans;
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            for (Line line : own) {
                byte[] bytes = new byte[line.bytes()];
                reader.seek(line.from());
                reader.readFully(bytes);
                spans.add(Json.read(bytes, SpanLine.class));
            }
        }
        return spans;
    }
}
