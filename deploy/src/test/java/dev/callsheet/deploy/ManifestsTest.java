package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Topics;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dev overlay, as a cluster would get it. Skipped, and said so, where no kubectl renders it. */
class ManifestsTest {
    private static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");

    private static Manifests dev = new Manifests(List.of());

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        assumeTrue(Manifests.canRender(), "kubectl is missing: install it to check the manifests");
        dev = Manifests.render(Path.of("k8s/overlays/dev"));
    }

    @Test
    void everyServiceIsDeployedWithABudgetAndAKafkaUser() {
        assertThat(names(dev.all(Deployment.class))).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(names(dev.all(PodDisruptionBudget.class))).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(names(dev.kind("KafkaUser"))).containsAll(SERVICES);
    }

    @Test
    void everyPodHoldsToRestrictedPodSecurity() {
        assertThat(dev.all(Namespace.class))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        assertThat(pods()).hasSizeGreaterThan(SERVICES.size()).allSatisfy(pod -> {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers()).allSatisfy(container -> {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
            });
        });
    }

    @Test
    void everyContainerHasProbesAndBoundedMemory() {
        assertThat(pods().flatMap(pod -> pod.getContainers().stream())).allSatisfy(container -> {
            assertThat(container.getLivenessProbe()).isNotNull();
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getResources().getLimits().get("memory"))
                    .isEqualTo(container.getResources().getRequests().get("memory"));
        });
    }

    @Test
    void everySecretAndConfigMapThatAPodNamesExistsOrComesFromTheOperator() {
        List<String> known = new ArrayList<>(names(dev.resources()));
        pods().flatMap(pod -> pod.getContainers().stream())
                .forEach(container -> assertThat(known).as(container.getImage()).containsAll(sources(container)));
        pods().flatMap(pod -> pod.getVolumes().stream())
                .filter(volume -> volume.getSecret() != null)
                .forEach(volume -> assertThat(known).contains(volume.getSecret().getSecretName()));
    }

    @Test
    void nothingIsReachedUnlessAPolicySaysSo() {
        assertThat(dev.all(NetworkPolicy.class)).anySatisfy(policy -> {
            assertThat(policy.getMetadata().getName()).isEqualTo("default-deny");
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        });
    }

    @Test
    void everyTopicOfTheCorridorExistsWithItsDeadLetters() {
        List<String> topics = names(dev.kind("KafkaTopic"));

        for (Route route : Route.values()) {
            assertThat(topics).contains(Topics.work(route), Topics.deadLetters(Topics.work(route)));
        }
        for (String topic : List.of(
                Topics.WORK_SCORING,
                Topics.FACTS,
                Topics.REQUESTS_PREFIX + "demo",
                Topics.CONTROL_PREFIX + "demo",
                Topics.TURNS_PREFIX + "demo")) {
            assertThat(topics).contains(topic, Topics.deadLetters(topic));
        }
    }

    @Test
    void theScorerUnpacksItsDecoderWhereItMayWrite() {
        assertThat(dev.all(Deployment.class))
                .filteredOn(d -> d.getMetadata().getName().equals("consistency-scorer"))
                .flatExtracting(d -> d.getSpec().getTemplate().getSpec().getContainers())
                .flatExtracting(Container::getEnv)
                .anySatisfy(env -> assertThat(env.getValue()).contains("-Dorg.bytedeco.javacpp.cachedir=/tmp/"));
    }

    @Test
    void thePolicyThatIsMountedIsTheBuiltInOne() {
        assertThat(Path.of("k8s/base/policy/policy.yaml"))
                .as("copy routing/src/main/resources/policy.yaml")
                .hasSameTextualContentAs(Path.of("../routing/src/main/resources/policy.yaml"));
    }

    @Test
    void strimziResourcesAreOfVersionOne() {
        assertThat(dev.resources().stream().filter(r -> r.getApiVersion().startsWith("kafka.strimzi.io")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.getApiVersion()).isEqualTo("kafka.strimzi.io/v1"));
    }

    private static Stream<PodSpec> pods() {
        return Stream.concat(
                dev.all(Deployment.class).stream()
                        .map(d -> d.getSpec().getTemplate().getSpec()),
                dev.all(StatefulSet.class).stream()
                        .map(s -> s.getSpec().getTemplate().getSpec()));
    }

    private static List<String> sources(Container container) {
        List<String> names = new ArrayList<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            names.add(
                    source.getSecretRef() != null
                            ? source.getSecretRef().getName()
                            : source.getConfigMapRef().getName());
        }
        container.getEnv().stream()
                .filter(env -> env.getValueFrom() != null)
                .forEach(env -> names.add(env.getValueFrom().getSecretKeyRef().getName()));
        return names;
    }

    private static List<String> names(List<? extends HasMetadata> resources) {
        return resources.stream().map(r -> r.getMetadata().getName()).toList();
    }
}
