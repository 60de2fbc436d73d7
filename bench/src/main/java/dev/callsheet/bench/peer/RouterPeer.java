package dev.callsheet.bench.peer;

import java.util.Map;

/** What a program that stands in for the router is told: where to read, as which group, how to do it. */
record RouterPeer(String bootstrapServers, String group, String topic, Doing doing) {
    /** What happens to a record between in and out. */
    enum Doing {
        /** Nothing: the bytes go on. */
        COPY,
        /** The body is read as a request, a simple rule picks the topic, the bytes go on. */
        PARSE,
        /** The house's own decision is made and picks the topic; the bytes go on, the decision is not told. */
        DECIDE,
        /** The decision is made and told as the service does: the work with it, and the fact. */
        TELL
    }

    static RouterPeer of(String[] arguments) {
        return new RouterPeer(arguments[0], arguments[1], arguments[2], Doing.valueOf(arguments[3]));
    }

    /** Fetches as the service's: large, and soon. */
    static Map<String, Object> consumer() {
        return Map.of("max.poll.records", 2_000, "max.partition.fetch.bytes", 4 << 20, "fetch.max.wait.ms", 50);
    }

    /** Batches as the service's. */
    static Map<String, Object> producer() {
        return Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 5, "batch.size", 64 * 1024);
    }
}
