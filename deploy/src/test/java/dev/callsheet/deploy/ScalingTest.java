package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who says how many pods there are, and that nobody is hurt by fewer. */
class ScalingTest {
    /** The metric that a query of a worker stands on, with the label values that matter. */
    private static final Map<String, String> QUEUED = Map.of(
            "i2v-worker", "max(callsheet_takes{route=\"i2v\",state=\"queued\"})",
            "r2v-worker", "max(callsheet_takes{route=\"r2v\",state=\"queued\"})");

    private static final Pattern METRIC = Pattern.compile("callsheet_\\w+");

    private final Manifests prod = Overlay.PROD.manifests();

    @Test
    void inProductionKedaScalesEveryServiceAndNobodyElseDoes() {
        assertThat(scaled())
                .extracting(object -> target(object))
                .containsExactlyInAnyOrderElementsOf(Workload.SERVICES);
        assertThat(prod.all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(prod.all(Deployment.class))
                .allSatisfy(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isNull());
    }

    @Test
    void withoutKedaEveryServiceIsScaledByItsCpuOrHasANumber() {
        Manifests plain = Overlay.NO_KEDA.manifests();
        Set<String> byCpu = new HashSet<>(plain.all(HorizontalPodAutoscaler.class).stream()
                .map(scaler -> scaler.getSpec().getScaleTargetRef().getName())
                .toList());

        assertThat(plain.kind("ScaledObject")).isEmpty();
        assertThat(byCpu).doesNotContain("i2v-worker", "r2v-worker");
        assertThat(plain.all(Deployment.class)).allSatisfy(deployment -> {
            if (byCpu.contains(deployment.getMetadata().getName())) {
                assertThat(deployment.getSpec().getReplicas()).isNull();
            } else {
                assertThat(deployment.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
            }
        });
        assertThat(plain.all(HorizontalPodAutoscaler.class)).allSatisfy(scaler -> {
            assertThat(Workload.SERVICES)
                    .contains(scaler.getSpec().getScaleTargetRef().getName());
            assertThat(scaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void noServiceIsEverAloneAndEachGoesDownOnePodAtATime() {
        assertThat(scaled()).allSatisfy(object -> {
            assertThat(object.at("/spec/minReplicaCount").asInt()).isGreaterThanOrEqualTo(2);
            JsonNode down = object.at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown");
            assertThat(down.get("stabilizationWindowSeconds").asInt()).isGreaterThanOrEqualTo(300);
            assertThat(down.get("policies")).singleElement().satisfies(policy -> {
                assertThat(policy.get("type").asText()).isEqualTo("Pods");
                assertThat(policy.get("value").asInt()).isEqualTo(1);
                assertThat(policy.get("periodSeconds").asInt()).isGreaterThan(grace(target(object)));
            });
        });
    }

    @Test
    void whatReadsKafkaIsScaledByTheLagOfItsOwnGroupToAsManyPodsAsPartitions() throws IOException {
        AsyncApi asyncApi = AsyncApi.read("demo");
        assertThat(triggers("kafka")).hasSize(3).allSatisfy(trigger -> {
            JsonNode metadata = trigger.get("metadata");
            assertThat(asyncApi.operations()).anySatisfy(operation -> {
                assertThat(operation.groups())
                        .contains(metadata.get("consumerGroup").asText());
                if (metadata.has("topic")) {
                    assertThat(operation.topic())
                            .isEqualTo(metadata.get("topic").asText());
                }
            });
            assertThat(metadata.get("tls").asText()).isEqualTo("enable");
        });
        assertThat(scaled())
                .filteredOn(object -> !QUEUED.containsKey(target(object)))
                .allSatisfy(object ->
                        assertThat(object.at("/spec/maxReplicaCount").asInt()).isLessThanOrEqualTo(12));
    }

    @Test
    void kedaMaySeeTheLagOfThoseGroupsAndReadNothing() {
        List<Acl> rules = Acl.of(prod.kind("KafkaUser")).stream()
                .filter(rule -> rule.user().equals("keda"))
                .toList();

        assertThat(rules).allSatisfy(rule -> assertThat(rule.operations()).containsExactly("Describe"));
        assertThat(triggers("kafka"))
                .allSatisfy(trigger -> assertThat(rules)
                        .anyMatch(rule -> rule.type().equals("group")
                                && rule.name()
                                        .equals(trigger.at("/metadata/consumerGroup")
                                                .asText())));
    }

    @Test
    void workersAreScaledByQueuedTakes() {
        QUEUED.forEach((worker, query) -> assertThat(scaled())
                .filteredOn(object -> target(object).equals(worker))
                .singleElement()
                .satisfies(object -> assertThat(object.at("/spec/triggers"))
                        .singleElement()
                        .satisfies(trigger -> {
                            assertThat(trigger.get("type").asText()).isEqualTo("prometheus");
                            assertThat(trigger.at("/metadata/query").asText()).isEqualTo(query);
                            assertThat(trigger.at("/metadata/ignoreNullValues").asText())
                                    .as("no answer is no reason to scale down")
                                    .isEqualTo("false");
                        })));
    }

    @Test
    void everyMetricThatAScalerReadsIsHeldAgainstWhatServicesTell() throws IOException {
        JsonNode held = Json.read(Files.readAllBytes(Path.of("k8s/monitoring/metrics.json")));

        assertThat(triggers("prometheus").stream()
                        .flatMap(trigger -> METRIC.matcher(
                                        trigger.at("/metadata/query").asText())
                                .results()
                                .map(MatchResult::group)))
                .isNotEmpty()
                .allMatch(held::has);
    }

    private int grace(String service) {
        return prod.workloads().stream()
                .filter(workload -> workload.name().equals(service))
                .mapToInt(workload ->
                        workload.pod().getTerminationGracePeriodSeconds().intValue())
                .findAny()
                .orElseThrow();
    }

    private List<JsonNode> scaled() {
        return prod.kind("ScaledObject").stream().map(ScalingTest::json).toList();
    }

    private List<JsonNode> triggers(String type) {
        return scaled().stream()
                .flatMap(object -> Stream.of(object.at("/spec/triggers")))
                .flatMap(triggers -> triggers.valueStream())
                .filter(trigger -> trigger.get("type").asText().equals(type))
                .toList();
    }

    private static String target(JsonNode object) {
        return object.at("/spec/scaleTargetRef/name").asText();
    }

    private static JsonNode json(HasMetadata resource) {
        return Json.read(new KubernetesSerialization()
                .asJson((GenericKubernetesResource) resource)
                .getBytes(StandardCharsets.UTF_8));
    }
}
