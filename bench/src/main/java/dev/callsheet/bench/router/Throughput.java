package dev.callsheet.bench.router;

import dev.callsheet.bench.load.RequestLog;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.TenantId;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** One contender reads the whole log in a fresh JVM as a fresh group; its first part warms it up and is not counted. */
final class Throughput {
    static final String RATE = "records/s";
    static final String CPU = "CPU us/record";
    static final String BROKER_CPU = "broker CPU us/record";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PULSE = Duration.ofMillis(20);

    private final Programs programs;
    private final Broker broker;
    private final Admin admin;
    private final TenantId tenant;

    Throughput(Programs programs, Broker broker, Admin admin, TenantId tenant) {
        this.programs = programs;
        this.broker = broker;
        this.admin = admin;
        this.tenant = tenant;
    }

    /** Runs it and adds its figures. @param warm records that are not counted @return what was lost or came twice */
    List<String> run(Contender contender, String group, RequestLog log, int warm, Expected expected, Figures figures)
            throws InterruptedException {
        int total = log.size();
        var outputs = new Outputs(broker.bootstrapServers(), admin);
        var committed = new Committed(admin, group);
        try (Program program = contender.start(programs, broker, tenant, group)) {
            Moment from = Moment.zero();
            Moment now = Moment.zero();
            long end = System.nanoTime() + LIMIT.toNanos();
            while (now.done() < total) {
                if (!program.alive() || System.nanoTime() > end) {
                    return List.of(contender.label() + ": stopped after " + now.done() + " of " + total + " records");
                }
                Thread.sleep(PULSE);
                now = Moment.of(committed.sum(), program, broker);
                if (from.done() == 0 && now.done() >= warm) {
                    from = now;
                }
            }
            double records = total - from.done();
            figures.add(contender.label(), RATE, records * 1e9 / (now.nanos() - from.nanos()));
            figures.add(contender.label(), CPU, (now.cpu() - from.cpu()) / records);
            figures.add(contender.label(), BROKER_CPU, (now.brokerCpu() - from.brokerCpu()) / records);
        }
        List<String> faults = outputs.faults(contender, log, 0, total, expected);
        outputs.empty();
        return faults;
    }

    /** How much was done at a time, and with how much processor time so far. */
    private record Moment(long nanos, long done, long cpu, long brokerCpu) {
        static Moment zero() {
            return new Moment(0, 0, 0, 0);
        }

        static Moment of(long done, Program program, Broker broker) {
            return new Moment(
                    System.nanoTime(),
                    done,
                    program.cpuMicros(),
                    broker.program().cpuMicros());
        }
    }
}
