package dev.callsheet.bench.router;

import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.LoopPeer;
import dev.callsheet.bench.peer.StreamsPeer;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One that routes. */
enum Contender {
    /** The packaged service: reads, decides, tells the work and the fact. */
    ROUTER("router service", true),
    /** The bytes go on unread: the limit. */
    COPY("bare loop, copy", false),
    /** The same parse and a simple rule. */
    PARSE("bare loop, parse", false),
    /** The house's decision, not told. */
    DECIDE("bare loop, decide", false),
    /** Parse and a simple rule. */
    STREAMS_ALO("Kafka Streams, parse, at least once", false),
    /** Parse and a simple rule. */
    STREAMS_EOS("Kafka Streams, parse, exactly once v2", false),
    /** The service's own work under Kafka Streams: the decision, told in both records. */
    STREAMS_TELL("Kafka Streams, the service's work, exactly once v2", true);

    private final String label;
    private final boolean tells;

    Contender(String label, boolean tells) {
        this.label = label;
        this.tells = tells;
    }

    String label() {
        return label;
    }

    /** Whether a fact goes out for each request, and the work beside it if it is routed; else one record. */
    boolean tells() {
        return tells;
    }

    /** @param group a fresh one: it reads from the beginning, or from where its offsets were put */
    Program start(Programs programs, Broker broker, TenantId tenant, String group) {
        String in = Topics.requests(tenant);
        return switch (this) {
            case ROUTER -> service(programs, broker, group);
            case COPY -> programs.peer(group, LoopPeer.class, broker.bootstrapServers(), group, in, "COPY");
            case PARSE -> programs.peer(group, LoopPeer.class, broker.bootstrapServers(), group, in, "PARSE");
            case DECIDE -> programs.peer(group, LoopPeer.class, broker.bootstrapServers(), group, in, "DECIDE");
            case STREAMS_ALO ->
                programs.peer(group, StreamsPeer.class, broker.bootstrapServers(), group, in, "PARSE", "at_least_once");
            case STREAMS_EOS ->
                programs.peer(
                        group, StreamsPeer.class, broker.bootstrapServers(), group, in, "PARSE", "exactly_once_v2");
            case STREAMS_TELL ->
                programs.peer(
                        group, StreamsPeer.class, broker.bootstrapServers(), group, in, "TELL", "exactly_once_v2");
        };
    }

    private static Program service(Programs programs, Broker broker, String group) {
        Path jar = Checkout.find().root().resolve(RouterBench.SERVICE).resolve("quarkus-run.jar");
        return programs.service(
                group,
                jar,
                List.of(),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "CALLSHEET_ROUTER_GROUP",
                        group,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(FreePorts.take(1).getFirst())));
    }
}
