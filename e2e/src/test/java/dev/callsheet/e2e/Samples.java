package dev.callsheet.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the services of a stack export to Prometheus: each sample's name, its labels, and the values that these have. */
record Samples(Map<String, Map<String, Set<String>>> byName) {
    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Samples of(House house, List<String> services) throws IOException, InterruptedException {
        var samples = new Samples(new TreeMap<>());
        for (String service : services) {
            HttpResponse<String> answer = house.http()
                    .send(house.at(service, "/q/metrics").GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(service + " answers /q/metrics with " + answer.statusCode());
            }
            SAMPLE.matcher(answer.body()).results().forEach(samples::add);
        }
        return samples;
    }

    /** Whether some sample of this name has a label; with this value, unless it is empty. */
    boolean has(String name, String label, String value) {
        Set<String> values = byName.getOrDefault(name, Map.of()).getOrDefault(label, Set.of());
        return value.isEmpty() ? !values.isEmpty() : values.contains(value);
    }

    private void add(MatchResult sample) {
        var labels = byName.computeIfAbsent(sample.group(1), _ -> new TreeMap<>());
        if (sample.group(2) != null) {
            LABEL.matcher(sample.group(2))
                    .results()
                    .forEach(label -> labels.computeIfAbsent(label.group(1), _ -> new HashSet<>())
                            .add(label.group(2)));
        }
    }
}
