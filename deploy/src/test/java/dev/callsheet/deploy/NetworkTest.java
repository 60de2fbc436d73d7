package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may speak to whom: the policies, applied to the pods that there are. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class NetworkTest {
    private static final String WORLD = "0.0.0.0/0";
    /** They call providers, read what partners name, or call partners' webhooks. */
    private static final Set<String> FETCHING =
            Set.of("request-api", "i2v-worker", "r2v-worker", "avatar-session-service", "consistency-scorer");

    private final Manifests manifests;
    private final List<NetworkPolicy> policies;

    NetworkTest(Overlay overlay) {
        manifests = overlay.manifests();
        policies = manifests.all(NetworkPolicy.class);
    }

    @Test
    void nothingIsReachedUnlessAPolicySaysSo() {
        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
            assertThat(policy.getSpec().getPodSelector().getMatchExpressions()).isNullOrEmpty();
            assertThat(policy.getSpec().getIngress()).isNullOrEmpty();
            assertThat(policy.getSpec().getEgress()).isNullOrEmpty();
        });
    }

    @Test
    void onlyTheRoomsThatFetchReachTheWorld() {
        assertThat(reaching(WORLD)).isEqualTo(FETCHING);
        assertThat(manifests.workloads().stream()
                        .filter(workload -> policies.stream()
                                .filter(policy -> selects(policy.getSpec().getPodSelector(), workload.labels()))
                                .flatMap(NetworkTest::peersOut)
                                .anyMatch(peer -> peer.getIpBlock() != null
                                        && width(peer.getIpBlock().getCidr()) < 8
                                        && !peer.getIpBlock().getCidr().equals(WORLD))))
                .isEmpty();
    }

    @Test
    void theWorldIsNotTheClusterNorWhereCloudsTellTheirSecrets() {
        assertThat(policies.stream().flatMap(NetworkTest::peersOut))
                .filteredOn(peer ->
                        peer.getIpBlock() != null && peer.getIpBlock().getCidr().equals(WORLD))
                .isNotEmpty()
                .allSatisfy(peer -> assertThat(peer.getIpBlock().getExcept())
                        .contains(
                                "10.0.0.0/8",
                                "172.16.0.0/12",
                                "192.168.0.0/16",
                                "100.64.0.0/10",
                                "169.254.0.0/16",
                                "127.0.0.0/8"));
    }

    @Test
    void noRuleOfOursIsWithoutAnEndOrAPort() {
        assertThat(policies)
                .filteredOn(policy -> !policy.getMetadata().getName().equals("kafka"))
                .allSatisfy(policy -> {
                    assertThat(policy.getSpec().getEgress()).allSatisfy(rule -> {
                        assertThat(rule.getTo()).isNotEmpty();
                        assertThat(rule.getPorts()).isNotEmpty();
                    });
                    assertThat(policy.getSpec().getIngress()).allSatisfy(rule -> {
                        assertThat(rule.getFrom()).isNotEmpty();
                        assertThat(rule.getPorts()).isNotEmpty();
                    });
                });
    }

    @Test
    void fromOutsideOnlyTheDoorsAreReachedAndAtNoOtherPort() {
        assertThat(reachedAt(8080)).containsExactlyInAnyOrder("request-api", "avatar-session-service");
        assertThat(reachedAt(9464)).containsExactlyInAnyOrderElementsOf(Workload.SERVICES);
    }

    @Test
    void everyPolicySelectsSomething() {
        Map<String, String> broker = Map.of("strimzi.io/cluster", "callsheet");
        assertThat(policies)
                .allSatisfy(policy -> assertThat(Stream.concat(
                                        manifests.workloads().stream().map(Workload::labels), Stream.of(broker))
                                .anyMatch(labels -> selects(policy.getSpec().getPodSelector(), labels)))
                        .as(policy.getMetadata().getName())
                        .isTrue());
    }

    @Test
    void everyServiceReachesTheBrokersAtThePortThatItUses() {
        manifests.workloads().stream().filter(Workload::isService).forEach(service -> {
            String port = manifests
                    .environment(service)
                    .get("KAFKA_BOOTSTRAP_SERVERS")
                    .replaceAll(".*:", "");
            assertThat(policies).as(service + " to the brokers").anySatisfy(policy -> {
                assertThat(selects(policy.getSpec().getPodSelector(), service.labels()))
                        .isTrue();
                assertThat(policy.getSpec().getEgress()).anySatisfy(rule -> {
                    assertThat(ports(rule.getPorts())).contains(Integer.valueOf(port));
                    assertThat(rule.getTo())
                            .anyMatch(
                                    peer -> selects(peer.getPodSelector(), Map.of("strimzi.io/cluster", "callsheet")));
                });
            });
        });
    }

    private Set<String> reaching(String cidr) {
        return manifests.workloads().stream()
                .filter(workload -> policies.stream()
                        .filter(policy -> selects(policy.getSpec().getPodSelector(), workload.labels()))
                        .flatMap(NetworkTest::peersOut)
                        .anyMatch(peer -> peer.getIpBlock() != null
                                && peer.getIpBlock().getCidr().equals(cidr)))
                .map(Workload::name)
                .collect(Collectors.toSet());
    }

    private Set<String> reachedAt(int port) {
        return manifests.workloads().stream()
                .filter(Workload::isService)
                .filter(workload -> policies.stream()
                        .filter(policy -> selects(policy.getSpec().getPodSelector(), workload.labels()))
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> ports(rule.getPorts()).contains(port)))
                .map(Workload::name)
                .collect(Collectors.toSet());
    }

    private static Stream<NetworkPolicyPeer> peersOut(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream());
    }

    private static List<Integer> ports(List<NetworkPolicyPort> ports) {
        return ports.stream().map(port -> port.getPort().getIntVal()).toList();
    }

    private static int width(String cidr) {
        return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
    }

    private static boolean selects(
            @org.jspecify.annotations.Nullable LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        Map<String, String> wanted = selector.getMatchLabels();
        return (wanted == null || labels.entrySet().containsAll(wanted.entrySet()))
                && selector.getMatchExpressions().stream().allMatch(requirement -> holds(requirement, labels));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
        if (!requirement.getOperator().equals("In")) {
            throw new IllegalStateException("not known here: " + requirement.getOperator());
        }
        return requirement.getValues().contains(labels.get(requirement.getKey()));
    }
}
