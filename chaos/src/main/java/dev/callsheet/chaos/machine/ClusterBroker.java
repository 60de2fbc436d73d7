package dev.callsheet.chaos.machine;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.Child;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of several brokers that keep copies of each other's records; each is a controller too. */
public final class ClusterBroker implements Part {
    /** Of 16 bytes, as the format asks for; data and ports are the run's own. */
    private static final String CLUSTER = "Y2hhb3MtY2hhb3MtY2hhbw";

    private static final Duration LIMIT = Duration.ofSeconds(180);

    private final Programs programs;
    private final int number;
    private final Path data;
    private final List<Integer> ports;
    private final List<Integer> controllerPorts;
    private volatile @Nullable Child running;

    private ClusterBroker(
            Programs programs, int number, Path data, List<Integer> ports, List<Integer> controllerPorts) {
        this.programs = programs;
        this.number = number;
        this.data = data;
        this.ports = ports;
        this.controllerPorts = controllerPorts;
    }

    /** Brokers of one cluster. @param data one folder for each */
    public static List<ClusterBroker> of(Programs programs, List<Path> data) {
        List<Integer> all = FreePorts.take(2 * data.size());
        List<Integer> ports = all.subList(0, data.size());
        List<Integer> controllerPorts = all.subList(data.size(), all.size());
        return IntStream.rangeClosed(1, data.size())
                .mapToObj(i -> new ClusterBroker(programs, i, data.get(i - 1), ports, controllerPorts))
                .toList();
    }

    @Override
    public String name() {
        return "kafka-" + number;
    }

    /** All brokers of the cluster. */
    public String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    @Override
    public void start() {
        Path settings = programs.folder().resolve(name()).resolve("server.properties");
        try {
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, settings());
        } catch (IOException e) {
            throw new StackFailure("a broker's folder cannot be written: " + data, e);
        }
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            Child format =
                    start("kafka.tools.StorageTool", "format", "--cluster-id=" + CLUSTER, "-c", settings.toString());
            format.process().onExit().join();
        }
        Child child = start("kafka.Kafka", settings.toString());
        running = child;
        child.awaitReady(LIMIT, () -> FreePorts.isOpen(ports.get(number - 1)));
    }

    private Child start(String... program) {
        List<String> command = new ArrayList<>(List.of(
                Launcher.java(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                Checkout.find().classPath("kafka-broker")));
        command.addAll(List.of(program));
        return programs.launcher().start(name(), command, programs.folder(), programs.log(name()), Map.of());
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(running).map(child -> child.process().toHandle());
    }

    private String settings() {
        String voters = IntStream.rangeClosed(1, ports.size())
                .mapToObj(i -> i + "@127.0.0.1:" + controllerPorts.get(i - 1))
                .collect(Collectors.joining(","));
        return """
                process.roles=broker,controller
                node.id=%1$d
                controller.quorum.voters=%2$s
                listeners=PLAINTEXT://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%3$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%5$s
                auto.create.topics.enable=false
                default.replication.factor=3
                min.insync.replicas=2
                num.network.threads=2
                num.io.threads=4
                broker.session.timeout.ms=9000
                broker.heartbeat.interval.ms=1000
                replica.lag.time.max.ms=10000
                controller.quorum.fetch.timeout.ms=5000
                controller.quorum.election.timeout.ms=3000
                controller.quorum.request.timeout.ms=4000
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=262144
                offsets.topic.replication.factor=3
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=3
                transaction.state.log.min.isr=2
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=3
                share.coordinator.state.topic.min.isr=2
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """.formatted(
                        number, voters, ports.get(number - 1), controllerPorts.get(number - 1), data.resolve("log"));
    }
}
