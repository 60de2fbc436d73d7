package dev.callsheet.stack.traces;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spans in two files of JSON lines: when the newer is full it becomes the older, and the older is dropped. */
public final class TraceStore {
    private static final long FULL = 64L << 20;

    private final Path newer;
    private final Path older;

    public TraceStore(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be made", e);
        }
        this.newer = folder.resolve("spans.jsonl");
        this.older = folder.resolve("spans-older.jsonl");
    }

    synchronized void append(List<SpanLine> spans) throws IOException {
        if (Files.exists(newer) && Files.size(newer) > FULL) {
            Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING);
        }
        String lines = spans.stream().map(span -> Json.text(span) + "\n").collect(Collectors.joining());
        Files.writeString(newer, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The spans of one trace, in the order of their start. */
    public List<SpanLine> find(String traceId) {
        return Stream.of(older, newer)
                .filter(Files::exists)
                .flatMap(file -> lines(file, traceId).stream())
                .sorted(java.util.Comparator.comparingLong(SpanLine::startNanos))
                .toList();
    }

    private static List<SpanLine> lines(Path file, String traceId) {
        String mark = "\"traceId\":\"" + traceId + "\"";
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(mark))
                    .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), SpanLine.class))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StackFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
