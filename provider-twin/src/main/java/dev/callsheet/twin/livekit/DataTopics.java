package dev.callsheet.twin.livekit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import livekit.LivekitModels.UserPacket;
import org.jboss.logging.Logger;

/** Who listens to which topic of a room's data packets. Thread-safe. */
final class DataTopics {
    private static final Logger LOG = Logger.getLogger(DataTopics.class);

    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    private record Ear(String topic, BiConsumer<String, byte[]> handler) {}

    AutoCloseable add(String topic, BiConsumer<String, byte[]> handler) {
        var ear = new Ear(topic, handler);
        ears.add(ear);
        return () -> ears.remove(ear);
    }

    void tell(String identity, UserPacket packet) {
        for (Ear ear : ears) {
            if (ear.topic().equals(packet.getTopic())) {
                try {
                    ear.handler().accept(identity, packet.getPayload().toByteArray());
                } catch (RuntimeException e) {
                    // The next packet is not to blame.
                    LOG.warn("a data packet was not understood", e);
                }
            }
        }
    }
}
