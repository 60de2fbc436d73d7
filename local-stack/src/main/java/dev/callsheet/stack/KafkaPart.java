package dev.callsheet.stack;

import dev.callsheet.contracts.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One Apache Kafka node (KRaft: broker and controller) in a JVM of its own. */
public final class KafkaPart implements RunningPart {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Child child;
    private final int port;

    private KafkaPart(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Formats the folder if it is new, starts the node and makes the corridor's topics.
     *
     * @param data kept: a later start finds the records again
     */
    public static KafkaPart start(
            Launcher launcher, Path data, Path log, int port, int controllerPort, List<TenantId> tenants) {
        Path settings = data.resolve("server.properties");
        Checkout checkout = Checkout.find();
        String classPath = checkout.classPath("kafka-broker");
        try {
            Files.createDirectories(data);
            Files.writeString(settings, settings(data, port, controllerPort));
        } catch (IOException e) {
            throw new StackFailure("Kafka's folder cannot be written: " + data, e);
        }
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            // One word: an id may begin with '-', and would be taken for an option.
            var format = List.of(
                    "kafka.tools.StorageTool", "format", "--cluster-id=" + clusterId(data), "-c", settings.toString());
            ClassArchive archive = checkout.archiveOf("kafka-broker", "kafka-format");
            launcher.start("Kafka's format", command(archive, classPath, format), data, log, Map.of(), archive)
                    .awaitSuccess(LIMIT);
        }
        var run = List.of("kafka.Kafka", settings.toString());
        ClassArchive archive = checkout.archiveOf("kafka-broker", "kafka");
        Child child = launcher.start("Kafka", command(archive, classPath, run), data, log, Map.of(), archive);
        var part = new KafkaPart(child, port);
        try {
            child.awaitReady(LIMIT, () -> FreePorts.isOpen(port));
            CorridorTopics.create(part.bootstrapServers(), tenants);
            return part;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The server's process. */
    public ProcessHandle process() {
        return child.process().toHandle();
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    @Override
    public void close() {
        child.close();
    }

    private static List<String> command(ClassArchive archive, String classPath, List<String> program) {
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(archive.options());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                // Protobuf and Kafka still use it; the JDK's warning helps nobody here.
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-cp",
                classPath));
        command.addAll(program);
        return command;
    }

    private static String clusterId(Path data) {
        UUID id = UUID.nameUUIDFromBytes(data.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
                num.network.threads=2
                num.io.threads=4
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000
                log.cleaner.dedupe.buffer.size=16777216
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                """.formatted(
                        port, controllerPort, data.resolve("log").toString().replace("\\", "/"));
    }
}
