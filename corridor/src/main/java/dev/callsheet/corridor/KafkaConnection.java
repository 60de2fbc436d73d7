package dev.callsheet.corridor;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How the brokers are reached: every {@code kafka.*} key of the configuration, security included. */
@ApplicationScoped
public class KafkaConnection {
    private final Map<String, Object> properties;

    KafkaConnection(@Identifier("default-kafka-broker") Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /** A fresh, changeable client configuration with those of our keys that the client knows. */
    public Map<String, Object> with(Set<String> known) {
        Map<String, Object> config = new HashMap<>(properties);
        config.keySet().retainAll(known);
        return config;
    }
}
