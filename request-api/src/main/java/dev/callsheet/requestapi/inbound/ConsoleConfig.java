package dev.callsheet.requestapi.inbound;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the console where sessions are served, and the workers' doors for operators. */
@Path("/console/config.json")
public class ConsoleConfig {
    private final Config config;

    ConsoleConfig(
            @ConfigProperty(name = "callsheet.sessions.url") String sessionsUrl,
            @ConfigProperty(name = "callsheet.console.i2v-url") Optional<String> i2v,
            @ConfigProperty(name = "callsheet.console.r2v-url") Optional<String> r2v) {
        this.config = new Config(
                sessionsUrl,
                Stream.of(i2v.map(url -> new Worker("i2v", url)), r2v.map(url -> new Worker("r2v", url)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** @param workers those that browsers reach; none where operators do not work from here */
    record Config(String sessionsUrl, List<Worker> workers) {}

    record Worker(String route, String url) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Config config() {
        return config;
    }
}
