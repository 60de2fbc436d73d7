package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.domain.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked about all jobs, kept up to date at each change. Not thread-safe. */
final class JobIndex {

    private record Content(String model, JsonNode payload) {}

    private final List<String> order = new ArrayList<>();
    private final Map<String, List<String>> orderByModel = new HashMap<>();
    private final Map<Content, List<String>> byContent = new LinkedHashMap<>();
    private final Map<String, Integer> prompts = new HashMap<>();
    private final Map<String, Integer> states = new HashMap<>();
    private int placed;

    void added(Job job) {
        order.add(job.id());
        orderByModel.computeIfAbsent(job.model(), _ -> new ArrayList<>()).add(job.id());
        byContent
                .computeIfAbsent(new Content(job.model(), job.payload()), _ -> new ArrayList<>(1))
                .add(job.id());
        prompts.merge(Orders.prompt(job.payload()), 1, Integer::sum);
        count(job, 1);
    }

    void changed(Job before, Job after) {
        count(before, -1);
        count(after, 1);
    }

    /** Ids in the order of acceptance; of one model, if one is named. */
    List<String> order(String model) {
        return model.isEmpty() ? order : orderByModel.getOrDefault(model, List.of());
    }

    int placed() {
        return placed;
    }

    int withPrompt(String prompt) {
        return prompts.getOrDefault(prompt, 0);
    }

    /** Ids of jobs whose model and payload were accepted more than once. */
    List<List<String>> duplicates() {
        return byContent.values().stream()
                .filter(ids -> ids.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    Jobs.Counts counts() {
        return new Jobs.Counts(order.size(), order.size() - byContent.size(), Map.copyOf(states));
    }

    private void count(Job job, int by) {
        states.merge(job.state().word(), by, Integer::sum);
        states.values().removeIf(jobs -> jobs == 0);
        placed += job.state().placed() ? by : 0;
    }
}
