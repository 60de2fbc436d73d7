package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds the compose file and what it mounts, without Docker. */
class ComposeTest {
    private static final Path FOLDER = Path.of("compose");
    private static final String OURS = "callsheet/";

    /** A version to the patch, or to the minor where the makers number so; never a name that moves. */
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+(\\.\\d+)?");

    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1:\\d+:\\d+");
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "restart",
            "environment",
            "ports",
            "volumes",
            "healthcheck",
            "depends_on",
            "entrypoint",
            "command",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "stop_grace_period",
            "mem_limit");
    private static final Set<String> ONCE = Set.of("topics", "bucket");

    /** Images without a shell or a client to ask with; what depends on them can wait. */
    private static final Set<String> WITHOUT_A_CHECK = Set.of("otel-collector", "tempo");

    private static Map<String, Object> compose;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        compose = yaml("compose.yaml");
        services = map(compose.get("services")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue())));
    }

    @Test
    void onlyWhatComposeKnowsStandsThere() {
        assertThat(compose.keySet())
                .allSatisfy(
                        key -> assertThat(Set.of("name", "services", "volumes").contains(key) || key.startsWith("x-"))
                                .as(key)
                                .isTrue());
        services.forEach((name, service) -> assertThat(SERVICE_KEYS).as(name).containsAll(service.keySet()));
    }

    @Test
    void everyServiceOfTheHouseAndItsTwinIsThere() {
        Set<String> ours = services.entrySet().stream()
                .filter(entry -> image(entry.getValue()).startsWith(OURS))
                .peek(entry -> assertThat(image(entry.getValue()))
                        .startsWith(OURS + entry.getKey() + ":${CALLSHEET_VERSION:-"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(ours)
                .contains("provider-twin")
                .containsAll(Workload.SERVICES)
                .hasSize(Workload.SERVICES.size() + 1);
    }

    @Test
    void everyImageOfOthersIsPinned() {
        assertThat(services.values())
                .extracting(ComposeTest::image)
                .filteredOn(image -> !image.startsWith(OURS))
                .allSatisfy(image -> assertThat(image).matches(PINNED));
    }

    @Test
    void nothingListensBeyondThisMachineAndNoPortIsTakenTwice() {
        List<String> ports = services.values().stream()
                .flatMap(service -> strings(service.get("ports")).stream())
                .toList();

        assertThat(ports).isNotEmpty().allMatch(LOOPBACK.asMatchPredicate());
        assertThat(ports.stream().map(port -> port.split(":")[1]).toList()).doesNotHaveDuplicates();
    }

    @Test
    void everyMountedFileExistsAndEveryVolumeIsNamed() {
        Set<String> named = map(compose.get("volumes")).keySet();
        for (Map<String, Object> service : services.values()) {
            for (String volume : strings(service.get("volumes"))) {
                String from = volume.split(":")[0];
                if (from.startsWith(".")) {
                    assertThat(FOLDER.resolve(from)).exists();
                    assertThat(volume).endsWith(":ro");
                } else {
                    assertThat(named).contains(from);
                }
            }
        }
    }

    @Test
    void whateverRunsOnSaysHowItIsWhateverWaitsWaitsForThat() {
        services.forEach((name, service) -> {
            assertThat(service.containsKey("healthcheck"))
                    .as(name)
                    .isEqualTo(!ONCE.contains(name) && !WITHOUT_A_CHECK.contains(name));
            if (service.get("depends_on") instanceof Map<?, ?> waits) {
                map(waits)
                        .forEach((other, how) -> assertThat(map(how).get("condition"))
                                .as(name + " waits for " + other)
                                .isEqualTo(
                                        ONCE.contains(other) ? "service_completed_successfully" : "service_healthy"));
                assertThat(services.keySet()).containsAll(map(waits).keySet());
            } else {
                assertThat(services.keySet()).containsAll(strings(service.get("depends_on")));
            }
        });
    }

    @Test
    void ourServicesRunWithoutRightsOnAReadOnlyRoot() {
        ours().forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(strings(service.get("security_opt"))).contains("no-new-privileges:true");
        });
    }

    @Test
    void everyVariableOfAServiceIsReadByTheHouse() throws IOException {
        var framework = new FrameworkKeys();
        Set<String> readByAny = new HashSet<>();
        for (String service : Workload.SERVICES) {
            CodeKeys.of(service).keys().values().forEach(key -> readByAny.add(key.variable()));
        }
        Set<String> shared = map(compose.get("x-environment")).keySet();
        for (String service : Workload.SERVICES) {
            Set<String> read = CodeKeys.of(service).keys().values().stream()
                    .map(CodeKeys.Key::variable)
                    .collect(Collectors.toSet());
            Set<String> unread = new TreeSet<>(environment(service).keySet());
            unread.removeIf(variable -> read.contains(variable)
                    || shared.contains(variable) && readByAny.contains(variable)
                    || framework.knowsVariable(variable));
            assertThat(unread).as(service).isEmpty();
        }
    }

    @Test
    void everyDatabaseBelongsToTheRoleOfTheSchemasFile() throws IOException {
        String schemas = Files.readString(Path.of("k8s/overlays/dev/schemas.sql"));
        for (String service : Workload.SERVICES) {
            Object role = environment(service).get("QUARKUS_DATASOURCE_USERNAME");
            if (role != null) {
                assertThat(schemas)
                        .contains("create role " + role + " login password '"
                                + environment(service).get("QUARKUS_DATASOURCE_PASSWORD") + "'");
                assertThat(environment(service)
                                .get("QUARKUS_DATASOURCE_JDBC_URL")
                                .toString())
                        .endsWith("currentSchema=" + role);
            }
        }
    }

    @Test
    void theTopicsAreThoseOfTheClusterWithTheirPartitions() throws IOException {
        String script = Files.readString(FOLDER.resolve("topics.sh"));
        Set<String> names = Arrays.stream(script.lines()
                        .filter(line -> line.startsWith("for name in "))
                        .findFirst()
                        .orElseThrow()
                        .replace("for name in ", "")
                        .replace("; do", "")
                        .split(" "))
                .flatMap(name -> Stream.of("callsheet." + name + " 12", "callsheet." + name + ".dlq 3"))
                .collect(Collectors.toSet());

        Set<String> wanted = AsyncApi.read("demo").channels().values().stream()
                .filter(channel -> !channel.topic().contains("{"))
                .flatMap(channel -> Stream.of(channel.topic() + " " + channel.partitions(), channel.topic() + ".dlq 3"))
                .collect(Collectors.toSet());

        assertThat(names).isEqualTo(wanted);
    }

    @Test
    void prometheusReadsItsFileAndAsksEveryService() throws IOException, InterruptedException {
        Map<String, Object> scrape = map(((List<?>) yaml("prometheus.yaml").get("scrape_configs")).getFirst());
        Map<String, Object> targets = map(((List<?>) scrape.get("static_configs")).getFirst());

        assertThat(scrape).containsEntry("metrics_path", "/q/metrics");
        assertThat(strings(targets.get("targets")))
                .containsExactlyInAnyOrderElementsOf(
                        Workload.SERVICES.stream().map(name -> name + ":8080").toList());
        assertThat(strings(services.get("prometheus").get("command"))).contains("--enable-feature=exemplar-storage");
        Tool.requirePromtool();
        assertThat(Tool.run(FOLDER, List.of("promtool", "check", "config", "prometheus.yaml"))
                        .code())
                .isZero();
    }

    @Test
    void grafanaFindsBothSourcesAndAPointLeadsToItsTrace() throws IOException {
        List<Map<String, Object>> sources = ((List<?>)
                        yaml("grafana/datasources.yaml").get("datasources"))
                .stream().map(ComposeTest::map).toList();
        Map<String, Object> prometheus = sources.getFirst();
        Map<String, Object> tempo = sources.getLast();

        assertThat(prometheus).containsEntry("type", "prometheus").containsEntry("url", "http://prometheus:9090");
        assertThat(tempo).containsEntry("type", "tempo").containsEntry("url", "http://tempo:3200");
        Object link = ((List<?>) map(prometheus.get("jsonData")).get("exemplarTraceIdDestinations")).getFirst();
        assertThat(map(link)).containsEntry("datasourceUid", tempo.get("uid")).containsEntry("name", "trace_id");
        try (Stream<Path> dashboards = Files.list(Path.of("k8s/monitoring/dashboards"))) {
            assertThat(dashboards.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .contains("\"prometheus\"", "\"tempo\"")
                            .doesNotContain("\"uid\": \"P"));
        }
        assertThat(yaml("grafana/dashboards.yaml").toString()).contains("path=/var/lib/grafana/dashboards");
        assertThat(strings(services.get("grafana").get("volumes")))
                .contains("../k8s/monitoring/dashboards:/var/lib/grafana/dashboards:ro");
    }

    @Test
    void tracesGoFromTheServicesByTheCollectorToWhereTheyAreRead() throws IOException {
        assertThat(map(compose.get("x-environment")))
                .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector:4318");
        assertThat(yaml("collector.yaml").toString()).contains("endpoint=0.0.0.0:4318", "endpoint=tempo:4317");
        assertThat(yaml("tempo.yaml").toString()).contains("endpoint=0.0.0.0:4317", "http_listen_port=3200");
        assertThat(environment("request-api")).containsEntry("CALLSHEET_TRACES_URL", "http://tempo:3200");
    }

    private static Map<String, Map<String, Object>> ours() {
        return services.entrySet().stream()
                .filter(entry -> image(entry.getValue()).startsWith(OURS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Object> environment(String service) {
        return map(services.get(service).get("environment"));
    }

    private static String image(Map<String, Object> service) {
        return service.get("image").toString();
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader text = Files.newBufferedReader(FOLDER.resolve(file))) {
            return map(new Yaml(new SafeConstructor(options)).load(text));
        }
    }

    private static List<String> strings(Object list) {
        return list == null
                ? List.of()
                : ((Collection<?>) list).stream().map(Object::toString).toList();
    }

    private static Map<String, Object> map(Object object) {
        return ((Map<?, ?>) object)
                .entrySet().stream()
                        .collect(
                                java.util.LinkedHashMap::new,
                                (all, entry) -> all.put(entry.getKey().toString(), entry.getValue()),
                                java.util.LinkedHashMap::putAll);
    }
}
