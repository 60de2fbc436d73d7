package dev.callsheet.requestapi.inbound;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the live page where sessions are served. */
@Path("/live/config.json")
public class LivePageConfig {
    private final Config config;

    LivePageConfig(@ConfigProperty(name = "callsheet.sessions.url") String sessionsUrl) {
        this.config = new Config(sessionsUrl);
    }

    record Config(String sessionsUrl) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Config config() {
        return config;
    }
}
