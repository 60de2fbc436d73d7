package dev.callsheet.chaos.machine;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.KafkaPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The broker; its records outlive it. */
public final class KafkaBroker implements Part {
    private final Programs programs;
    private final List<TenantId> tenants;
    private final int port;
    private final int controllerPort;
    private volatile @Nullable KafkaPart running;

    public KafkaBroker(Programs programs, List<TenantId> tenants) {
        this.programs = programs;
        this.tenants = List.copyOf(tenants);
        List<Integer> ports = FreePorts.take(2);
        this.port = ports.get(0);
        this.controllerPort = ports.get(1);
    }

    @Override
    public String name() {
        return "kafka";
    }

    /** Where clients find it, also while it is away. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What a service is told of it. */
    public Map<String, String> properties() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    @Override
    public void start() {
        Path data = programs.folder().resolve("kafka");
        running = KafkaPart.start(programs.launcher(), data, programs.log(name()), port, controllerPort, tenants);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(running).map(KafkaPart::process);
    }
}
