package dev.callsheet.bench.machine;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.CorridorTopics;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** One Apache Kafka node with the memory of a server, its log in memory if the machine has a place for that. */
public final class Broker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Program program;
    private final Path data;
    private final String bootstrapServers;

    private Broker(Program program, Path data, String bootstrapServers) {
        this.program = program;
        this.data = data;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts it with the topics of one tenant. */
    public static Broker start(Programs programs, TenantId tenant) {
        List<Integer> ports = FreePorts.take(2);
        Path data = folder();
        Path settings = data.resolve("server.properties");
        try {
            Files.writeString(settings, settings(data, ports.get(0), ports.get(1)));
            Program format = programs.start(
                    "kafka-format",
                    command("kafka.tools.StorageTool", "format", "--cluster-id=Y2FsbHNoZWV0LWJlbmNoMQ", "-c", settings),
                    Map.of());
            if (!format.ended(LIMIT)) {
                throw new StackFailure("Kafka's folder cannot be formatted; see the logs in " + programs.folder());
            }
        } catch (IOException e) {
            throw new StackFailure("Kafka's folder cannot be written: " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while starting Kafka", e);
        }
        Program program = programs.start("kafka", command("kafka.Kafka", settings), Map.of());
        var broker = new Broker(program, data, "127.0.0.1:" + ports.get(0));
        program.awaitReady(() -> FreePorts.isOpen(ports.get(0)));
        CorridorTopics.create(broker.bootstrapServers, List.of(tenant));
        broker.awaitLeaders(tenant);
        return broker;
    }

    /**
     * A new partition may refuse the first batch of a producer and take its second; the first is then out of order for
     * ever. So nothing is sent before each partition has answered.
     */
    private void awaitLeaders(TenantId tenant) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            admin.describeTopics(CorridorTopics.names(List.of(tenant)))
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition ->
                                    all.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            admin.listOffsets(all).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("the topics do not answer: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for the topics", e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Program program() {
        return program;
    }

    /** Whether the log is kept in memory. */
    public boolean inMemory() {
        return data.startsWith(MEMORY);
    }

    @Override
    public void close() {
        program.close();
        Folders.delete(data);
    }

    private static Path folder() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "callsheet-bench-")
                    : Files.createTempDirectory("callsheet-bench-");
        } catch (IOException e) {
            throw new StackFailure("no folder for Kafka's log", e);
        }
    }

    private static List<String> command(Object... program) {
        Path lib = Checkout.find().root().resolve("local-stack/kafka-broker/target/lib");
        List<String> command = new ArrayList<>(List.of(
                Launcher.java(),
                "-Xms1g",
                "-Xmx1g",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                lib.resolve("*").toString()));
        for (Object word : program) {
            command.add(word.toString());
        }
        return command;
    }

    private static String settings(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.segment.bytes=33554432
                log.retention.check.interval.ms=1000
                log.segment.delete.delay.ms=500
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort, data.resolve("log"));
    }
}
