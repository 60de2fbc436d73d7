package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every pod has to be like, in every overlay. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class PodsTest {
    private static final Duration LEASES_AND_OUTBOX = Duration.ofSeconds(10);

    private final Overlay overlay;
    private final Manifests manifests;
    private final List<Workload> workloads;
    private final List<Workload> services;

    PodsTest(Overlay overlay) {
        this.overlay = overlay;
        manifests = overlay.manifests();
        workloads = manifests.workloads();
        services = workloads.stream().filter(Workload::isService).toList();
    }

    @Test
    void everyServiceIsDeployed() {
        assertThat(services).extracting(Workload::name).containsExactlyInAnyOrderElementsOf(Workload.SERVICES);
    }

    @Test
    void everyPodHoldsToRestrictedPodSecurity() {
        assertThat(manifests.all(Namespace.class))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        assertThat(workloads).hasSizeGreaterThan(Workload.SERVICES.size()).allSatisfy(workload -> {
            var pod = workload.pod();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNotEqualTo(true);
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
            assertThat(pod.getContainers()).hasSize(1);
            var security = workload.container().getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        });
    }

    @Test
    void nothingOfOursCanWriteOutsideOfItsScratchFolder() {
        assertThat(workloads).filteredOn(Workload::isOurs).allSatisfy(workload -> {
            assertThat(workload.container().getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(workload.pod().getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .singleElement()
                    .satisfies(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
            assertThat(workload.container().getVolumeMounts())
                    .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .extracting("mountPath")
                    .containsExactly("/tmp");
        });
    }

    @Test
    void noPodGetsATokenOfTheCluster() {
        assertThat(workloads)
                .allSatisfy(workload -> assertThat(workload.pod().getAutomountServiceAccountToken())
                        .isFalse());
        assertThat(manifests.all(ServiceAccount.class))
                .hasSize(Workload.SERVICES.size())
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void everyServiceIsAskedWhetherItHasStartedLivesAndIsReady() {
        assertThat(services).allSatisfy(service -> {
            assertThat(asked(service.container().getStartupProbe())).isEqualTo("/q/health/started");
            assertThat(asked(service.container().getLivenessProbe())).isEqualTo("/q/health/live");
            assertThat(asked(service.container().getReadinessProbe())).isEqualTo("/q/health/ready");
            assertThat(service.container().getLivenessProbe().getFailureThreshold())
                    .isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void memoryIsReservedAsItIsBoundedAndTheCpuIsNotBounded() {
        assertThat(workloads).allSatisfy(workload -> {
            var resources = workload.container().getResources();
            assertThat(resources.getLimits()).containsOnlyKeys("memory");
            assertThat(resources.getRequests()).containsOnlyKeys("memory", "cpu");
            assertThat(resources.getRequests().get("memory"))
                    .isEqualTo(resources.getLimits().get("memory"));
        });
    }

    @Test
    void everyServiceHasABudgetForDisruptionsAndLiesOnMoreThanOneNode() {
        Map<String, PodDisruptionBudget> budgets = manifests.all(PodDisruptionBudget.class).stream()
                .collect(java.util.stream.Collectors.toMap(
                        budget -> budget.getMetadata().getName(), budget -> budget));
        assertThat(services).allSatisfy(service -> {
            assertThat(budgets).containsKey(service.name());
            var budget = budgets.get(service.name()).getSpec();
            assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
            assertThat(service.labels())
                    .containsAllEntriesOf(budget.getSelector().getMatchLabels());
            assertThat(service.pod().getTopologySpreadConstraints())
                    .extracting("topologyKey")
                    .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
            assertThat(service.pod().getTopologySpreadConstraints()).allSatisfy(spread -> {
                assertThat(service.labels())
                        .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels());
                assertThat(spread.getMatchLabelKeys()).contains("app.kubernetes.io/name");
            });
        });
    }

    @Test
    void aRollOutTakesNoCapacityAway() {
        assertThat(manifests.all(Deployment.class))
                .allSatisfy(deployment -> assertThat(deployment
                                .getSpec()
                                .getStrategy()
                                .getRollingUpdate()
                                .getMaxUnavailable()
                                .getIntVal())
                        .isZero());
    }

    @Test
    void everyPodHasTheTimeToEndInOrder() {
        assertThat(services).allSatisfy(service -> {
            Map<String, String> environment = manifests.environment(service);
            Duration needed = seconds(environment.getOrDefault("QUARKUS_SHUTDOWN_DELAY", "0s"))
                    .plus(seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT")))
                    .plus(LEASES_AND_OUTBOX);
            assertThat(Duration.ofSeconds(service.pod().getTerminationGracePeriodSeconds()))
                    .isGreaterThanOrEqualTo(needed);
        });
    }

    @Test
    void onlyDoorsThatABalancerLeadsToWaitForIt() {
        assertThat(services.stream()
                        .filter(service -> manifests.environment(service).containsKey("QUARKUS_SHUTDOWN_DELAY")))
                .extracting(Workload::name)
                .containsExactlyInAnyOrder("request-api", "avatar-session-service");
    }

    @Test
    void everyImageIsOfAReleaseThatCanBeNamed() {
        assertThat(workloads).allSatisfy(workload -> {
            String image = workload.container().getImage();
            assertThat(image).matches(".+[:@][^/]+").doesNotEndWith(":latest");
            if (overlay != Overlay.DEV) {
                assertThat(image).doesNotContain("SNAPSHOT");
            }
        });
    }

    @Test
    void whatRunsADecoderUnpacksItWhereItMayWrite() {
        for (String name : List.of("consistency-scorer", "r2v-worker")) {
            assertThat(services)
                    .filteredOn(service -> service.name().equals(name))
                    .singleElement()
                    .satisfies(
                            service -> assertThat(manifests.environment(service).get("JDK_JAVA_OPTIONS"))
                                    .contains("-Dorg.bytedeco.javacpp.cachedir=/tmp/"));
        }
    }

    private static String asked(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        assertThat(get.getPort().getStrVal()).isEqualTo("http");
        return get.getPath();
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }
}
