package dev.callsheet.bench.router;

import dev.callsheet.bench.load.RequestLog;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Requests at a fixed rate, an open loop: each has a time at which it was meant to be sent, and its answer is held against
 * that, so that a stall is paid for by all who stood behind it.
 */
final class Latency {
    static final String P50 = "p50 ms";
    static final String P99 = "p99 ms";
    private static final int PARTITIONS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Programs programs;
    private final Broker broker;
    private final Admin admin;
    private final TenantId tenant;
    private final Offered offered;

    /** @param offered what is sent, and how fast */
    Latency(Programs programs, Broker broker, Admin admin, TenantId tenant, Offered offered) {
        this.programs = programs;
        this.broker = broker;
        this.admin = admin;
        this.tenant = tenant;
        this.offered = offered;
    }

    /**
     * @param replay records of the log that warm the contender up first
     * @param perSecond requests a second
     * @param settle seconds at that rate that are not recorded
     * @param seconds seconds that are
     */
    record Offered(int replay, int perSecond, int settle, int seconds) {}

    /** Runs it and adds its figures. @return what was lost or came twice */
    List<String> run(Contender contender, String group, RequestLog log, Expected expected, Figures figures)
            throws InterruptedException {
        var outputs = new Outputs(broker.bootstrapServers(), admin);
        startAt(group, offered.replay());
        try (Program program = contender.start(programs, broker, tenant, group)) {
            if (!caughtUp(program, group, log.size())) {
                return List.of(contender.label() + ": did not come to the end of the log");
            }
            outputs.empty();
            int from = log.size();
            var openLoop = new OpenLoop(log, offered.perSecond());
            try (var listener = new Listener(outputs, log, openLoop, from + offered.settle() * offered.perSecond())) {
                openLoop.send((offered.settle() + offered.seconds()) * offered.perSecond());
                if (!caughtUp(program, group, log.size())) {
                    return List.of(contender.label() + ": did not keep up with the rate");
                }
                listener.finish();
                figures.add(contender.label(), P50, listener.millis(50));
                figures.add(contender.label(), P99, listener.millis(99));
            }
            List<String> faults = outputs.faults(contender, log, from, log.size(), expected);
            outputs.empty();
            return faults;
        }
    }

    private boolean caughtUp(Program program, String group, int total) throws InterruptedException {
        var committed = new Committed(admin, group);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (committed.sum() < total) {
            if (!program.alive() || System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(20));
        }
        return true;
    }

    private void startAt(String group, int replay) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int i = 0; i < PARTITIONS; i++) {
            ends.put(new TopicPartition(Topics.requests(tenant), i), OffsetSpec.latest());
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> offsets.put(
                            partition, new OffsetAndMetadata(Math.max(0, end.offset() - replay / PARTITIONS))));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the group's offsets cannot be put", e.getCause());
        }
    }
}
