package dev.callsheet.corridor.trace;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The consumer group in which this service reads a topic, as its channels' configuration says. Thread-safe. */
@Singleton
public final class Groups {
    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topic");

    private final Config config;
    private final Map<String, String> found = new ConcurrentHashMap<>();

    Groups(Config config) {
        this.config = config;
    }

    /** The group, or the service's name where no channel reads the topic. */
    public String of(String topic) {
        return found.computeIfAbsent(topic, this::look);
    }

    private String look(String topic) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .flatMap(name -> TOPIC.matcher(name).results().map(match -> match.group(1)))
                .filter(channel -> reads(channel, topic))
                .flatMap(channel -> value(channel, "group.id").stream())
                .findFirst()
                .orElseGet(() -> config.getOptionalValue("quarkus.application.name", String.class)
                        .orElse("callsheet"));
    }

    private boolean reads(String channel, String topic) {
        String named = value(channel, "topic").orElse("");
        return named.equals(topic)
                || value(channel, "pattern").map(Boolean::parseBoolean).orElse(false) && Pattern.matches(named, topic);
    }

    private Optional<String> value(String channel, String key) {
        return config.getOptionalValue("mp.messaging.incoming." + channel + "." + key, String.class);
    }
}
