package dev.callsheet.chaos.whole;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.stack.CorridorTopics;
import dev.callsheet.stack.StackFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The corridor's topics with a copy on each broker, two of which must have a record before it is acknowledged. */
record ReplicatedTopics(String bootstrapServers, int copies) {
    private static final int PARTITIONS = 6;
    private static final Map<String, String> SAFE = Map.of("min.insync.replicas", "2");

    void create(List<TenantId> tenants) {
        List<NewTopic> topics = CorridorTopics.names(tenants).stream()
                .flatMap(name -> Stream.of(
                        new NewTopic(name, PARTITIONS, (short) copies),
                        new NewTopic(Topics.deadLetters(name), 1, (short) copies)))
                .map(topic -> topic.configs(SAFE))
                .toList();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", "60000"))) {
            await(admin);
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("the topics cannot be made: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while making the topics", e);
        }
    }

    /** Until all brokers have found each other. */
    private void await(Admin admin) throws ExecutionException, InterruptedException {
        for (int look = 0; look < 300; look++) {
            if (admin.describeCluster().nodes().get().size() == copies) {
                return;
            }
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new StackFailure("the brokers do not find each other");
    }
}
