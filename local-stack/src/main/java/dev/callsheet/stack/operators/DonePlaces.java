package dev.callsheet.stack.operators;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a partition have been dealt with: all before the committed offset, and those that its metadata
 * names, as {@code done=17,19-22}. So a record that is left does not hold up those behind it, and none is taken twice.
 */
final class DonePlaces {
    private static final String PREFIX = "done=";
    /** Brokers take 4096 bytes of metadata. */
    private static final int MOST = 3500;

    private long next;
    private final NavigableMap<Long, Long> beyond = new TreeMap<>();

    /** @param committed null before the first time @param beginning the partition's oldest record */
    DonePlaces(@Nullable OffsetAndMetadata committed, long beginning) {
        this.next = committed == null ? beginning : Math.max(beginning, committed.offset());
        if (committed != null && committed.metadata().startsWith(PREFIX)) {
            for (String range : committed.metadata().substring(PREFIX.length()).split(",")) {
                String[] ends = range.split("-");
                beyond.put(Long.valueOf(ends[0]), Long.valueOf(ends[ends.length - 1]));
            }
        }
        close();
    }

    /** The first record that is not done. */
    long next() {
        return next;
    }

    boolean contains(long offset) {
        var range = beyond.floorEntry(offset);
        return offset < next || (range != null && offset <= range.getValue());
    }

    void add(long offset) {
        if (!contains(offset)) {
            var before = beyond.floorEntry(offset);
            if (before != null && before.getValue() == offset - 1) {
                beyond.put(before.getKey(), offset);
            } else {
                beyond.put(offset, offset);
            }
            close();
        }
    }

    private void close() {
        while (!beyond.isEmpty() && beyond.firstKey() <= next) {
            next = Math.max(next, beyond.pollFirstEntry().getValue() + 1);
        }
    }

    /** What to commit; if too much is left behind, the last ranges are forgotten and looked at again. */
    OffsetAndMetadata commit() {
        String ranges = beyond.entrySet().stream()
                .map(range -> range.getKey().equals(range.getValue())
                        ? range.getKey().toString()
                        : range.getKey() + "-" + range.getValue())
                .collect(Collectors.joining(","));
        if (ranges.length() > MOST) {
            ranges = ranges.substring(0, ranges.lastIndexOf(',', MOST));
        }
        return new OffsetAndMetadata(next, ranges.isEmpty() ? "" : PREFIX + ranges);
    }
}
