package dev.callsheet.stack.traces;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Spans in two spools: when the newer is full it becomes the older, and the older is dropped. Thread-safe. */
public final class TraceStore {
    /** A thousand requests with their takes need some 30 MB. */
    private static final long FULL = 64L << 20;

    private final Path newerFile;
    private final Path olderFile;
    private Spool newer;
    private Spool older;

    public TraceStore(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be made", e);
        }
        this.newerFile = folder.resolve("spans.jsonl");
        this.olderFile = folder.resolve("spans-older.jsonl");
        this.newer = new Spool(newerFile);
        this.older = new Spool(olderFile);
    }

    synchronized void append(List<SpanLine> spans) throws IOException {
        if (spans.isEmpty()) {
            return;
        }
        if (newer.length() > FULL) {
            Files.move(newerFile, olderFile, StandardCopyOption.REPLACE_EXISTING);
            older = new Spool(olderFile);
            newer = new Spool(newerFile);
        }
        newer.append(spans);
    }

    /** The spans of one trace, in the order of their start; one that was delivered twice is one. */
    public synchronized List<SpanLine> find(String traceId) {
        try {
            Map<String, SpanLine> spans = new LinkedHashMap<>();
            Stream.concat(older.find(traceId).stream(), newer.find(traceId).stream())
                    .sorted(Comparator.comparingLong(SpanLine::startNanos))
                    .forEach(span -> spans.putIfAbsent(span.spanId(), span));
            return List.copyOf(spans.values());
        } catch (IOException e) {
            throw new StackFailure("the traces cannot be read: " + e.getMessage(), e);
        }
    }
}
