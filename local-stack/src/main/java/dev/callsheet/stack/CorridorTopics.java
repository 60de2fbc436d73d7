package dev.callsheet.stack;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the corridor, each with one for its dead letters. */
public final class CorridorTopics {
    private static final int PARTITIONS = 6;
    private static final int DEAD_LETTER_PARTITIONS = 1;

    private CorridorTopics() {}

    /** The topics' names, without the dead letters. */
    public static List<String> names(List<TenantId> tenants) {
        List<String> names = new ArrayList<>();
        for (TenantId tenant : tenants) {
            names.add(Topics.requests(tenant));
            names.add(Topics.control(tenant));
            names.add(Topics.turns(tenant));
        }
        for (Route route : Route.values()) {
            names.add(Topics.work(route));
        }
        names.add(Topics.WORK_SCORING);
        names.add(Topics.FACTS);
        return List.copyOf(names);
    }

    /** Makes those that are missing; waits for the broker, a minute at most. */
    public static void create(String bootstrapServers, List<TenantId> tenants) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = names(tenants).stream()
                    .flatMap(name -> List.of(
                            new NewTopic(name, PARTITIONS, (short) 1),
                            new NewTopic(Topics.deadLetters(name), DEAD_LETTER_PARTITIONS, (short) 1))
                            .stream())
                    .filter(topic -> !present.contains(topic.name()))
                    .collect(Collectors.toList());
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("the topics cannot be made: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while making the topics", e);
        }
    }
}
