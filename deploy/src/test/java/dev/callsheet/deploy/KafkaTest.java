package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The brokers, and how the services speak to them. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class KafkaTest {
    private final Manifests manifests;
    private final GenericKubernetesResource kafka;

    KafkaTest(Overlay overlay) {
        manifests = overlay.manifests();
        kafka = (GenericKubernetesResource) manifests.kind("Kafka").getFirst();
    }

    @Test
    void threeBrokersAcknowledgeByTwo() {
        assertThat(manifests.kind("KafkaNodePool"))
                .filteredOn(pool -> roles(pool).contains("broker"))
                .singleElement()
                .satisfies(pool -> assertThat((Integer) ((GenericKubernetesResource) pool).get("spec", "replicas"))
                        .isEqualTo(3));
        assertThat(config("min.insync.replicas")).isEqualTo(2);
        assertThat(config("default.replication.factor")).isEqualTo(3);
        assertThat(config("auto.create.topics.enable")).isEqualTo(false);
    }

    @Test
    void nobodyEntersWithoutAPasswordOrDoesWhatNoRuleAllows() {
        assertThat(kafka.<String>get("spec", "kafka", "authorization", "type")).isEqualTo("simple");
        assertThat(listeners())
                .isNotEmpty()
                .allSatisfy(listener -> assertThat(((Map<?, ?>) listener.get("authentication")).get("type"))
                        .isEqualTo("scram-sha-512"));
        assertThat(manifests.kind("KafkaUser"))
                .allSatisfy(user -> assertThat(
                                ((GenericKubernetesResource) user).<String>get("spec", "authentication", "type"))
                        .isEqualTo("scram-sha-512"));
    }

    @Test
    void everyServiceComesToAListenerThatThereIs() {
        for (Workload service : manifests.workloads()) {
            if (service.isService()) {
                Map<String, String> environment = manifests.environment(service);
                assertThat(listeners()).as(service.toString()).anySatisfy(listener -> {
                    assertThat(environment.get("KAFKA_BOOTSTRAP_SERVERS")).endsWith(":" + listener.get("port"));
                    assertThat(environment.get("KAFKA_SECURITY_PROTOCOL"))
                            .isEqualTo(Boolean.TRUE.equals(listener.get("tls")) ? "SASL_SSL" : "SASL_PLAINTEXT");
                });
                assertThat(Manifests.names(manifests.kind("KafkaUser"))).contains(service.name());
            }
        }
    }

    @Test
    void everyStrimziResourceIsOfTheVersionThatStrimziStillReads() {
        assertThat(manifests.resources().stream()
                        .map(HasMetadata::getApiVersion)
                        .filter(version -> version.startsWith("kafka.strimzi.io")))
                .containsOnly("kafka.strimzi.io/v1");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROD", "NO_KEDA"})
    void inProductionNoLineIsOpenAndNoBrokerIsItsOwnController(Overlay production) {
        Manifests those = production.manifests();
        assertThat(those.kind("KafkaNodePool")).hasSize(2).allSatisfy(pool -> {
            assertThat(roles(pool)).hasSize(1);
            assertThat((Integer) ((GenericKubernetesResource) pool).get("spec", "replicas"))
                    .isEqualTo(3);
        });
        List<Map<String, Object>> listeners =
                ((GenericKubernetesResource) those.kind("Kafka").getFirst()).get("spec", "kafka", "listeners");
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.get("tls")).isEqualTo(true));
    }

    private List<Map<String, Object>> listeners() {
        return kafka.get("spec", "kafka", "listeners");
    }

    private Object config(String key) {
        return kafka.get("spec", "kafka", "config", key);
    }

    private static List<String> roles(HasMetadata pool) {
        return ((GenericKubernetesResource) pool).get("spec", "roles");
    }
}
