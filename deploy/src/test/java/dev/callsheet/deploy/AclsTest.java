package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may write and read what, held against who does by AsyncAPI: each channel has its writers and readers. */
class AclsTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String PARTNER = "tenant-demo";

    /** A partner follows its requests by REST (docs/adr/0012): the facts of all tenants are in one topic. */
    private static final Set<String> NOT_BY_KAFKA = Set.of(Topics.FACTS);

    /** Allowed more than they do, because a rule's prefix cannot say "of every tenant, but only the dead letters". */
    private static final Map<String, Set<String>> WRITERS_BY_PREFIX = Map.of(
            Topics.control(DEMO),
            Set.of("i2v-worker", "r2v-worker", "avatar-session-service"),
            Topics.turns(DEMO),
            Set.of("avatar-session-service"),
            Topics.WORK_SCORING,
            Set.of("scenario-router"));

    private final Manifests dev = Overlay.DEV.manifests();
    private final List<Acl> acls = Acl.of(dev.kind("KafkaUser"));
    private final AsyncApi asyncApi = AsyncApi.read(DEMO.value());

    AclsTest() throws IOException {}

    @Test
    void everyChannelIsWrittenByThoseWhoSendAndByNobodyElse() {
        asyncApi.topics().forEach(channel -> {
            Set<String> allowed = new HashSet<>(services(channel.topic(), true));
            allowed.addAll(WRITERS_BY_PREFIX.getOrDefault(channel.topic(), Set.of()));
            assertThat(users("Write", channel.topic()))
                    .as("may write " + channel.topic())
                    .isEqualTo(allowed);
        });
    }

    @Test
    void everyChannelIsReadByThoseWhoReceiveAndByNobodyElse() {
        asyncApi.topics()
                .forEach(channel -> assertThat(users("Read", channel.topic()))
                        .as("may read " + channel.topic())
                        .isEqualTo(services(channel.topic(), false)));
    }

    @Test
    void whoeverReadsAChannelMayPutItsRecordsAside() {
        asyncApi.topics()
                .forEach(channel -> assertThat(users("Write", Topics.deadLetters(channel.topic())))
                        .containsAll(services(channel.topic(), false)));
    }

    @Test
    void whoeverReceivesMayUseTheGroupThatItSays() {
        asyncApi.operations().stream()
                .filter(operation -> !operation.service().equals("partner"))
                .forEach(operation -> operation
                        .groups()
                        .forEach(group -> assertThat(acls)
                                .as(operation.service() + " in " + group)
                                .anyMatch(acl -> acl.user().equals(operation.service())
                                        && acl.type().equals("group")
                                        && acl.operations().contains("Read")
                                        && (acl.prefix() ? group.startsWith(acl.name()) : group.equals(acl.name())))));
    }

    @Test
    void aPartnerIsBounded() {
        assertThat(dev.kind("KafkaUser"))
                .filteredOn(user -> user.getMetadata().getName().equals(PARTNER))
                .singleElement()
                .satisfies(user -> assertThat(
                                ((GenericKubernetesResource) user).<java.util.Map<String, Object>>get("spec", "quotas"))
                        .containsOnlyKeys(
                                "producerByteRate", "consumerByteRate", "requestPercentage", "controllerMutationRate"));
    }

    @Test
    void everyTopicHasAWriterAndNoRuleIsForEverything() {
        assertThat(dev.kind("KafkaTopic"))
                .isNotEmpty()
                .allSatisfy(
                        topic -> assertThat(users("Write", topic.getMetadata().getName()))
                                .isNotEmpty());
        assertThat(acls).isNotEmpty().allSatisfy(acl -> {
            assertThat(acl.type()).isIn("topic", "group");
            assertThat(acl.name()).isNotEqualTo("*");
            assertThat(acl.operations()).isSubsetOf("Read", "Write", "Describe");
        });
    }

    @Test
    void aPartnerReadsNothingButItsOwnDeadLetters() {
        assertThat(acls)
                .filteredOn(acl -> acl.user().equals(PARTNER) && acl.type().equals("topic"))
                .allSatisfy(acl -> {
                    assertThat(acl.prefix()).isFalse();
                    assertThat(acl.operations().contains("Read"))
                            .isEqualTo(acl.name().endsWith(".demo.dlq"));
                });
    }

    @Test
    void theDemoTenantIsWhatTheTemplateGives() throws IOException {
        assertThat(rules("k8s/overlays/dev/tenant-demo.yaml"))
                .isEqualTo(rules("k8s/tenants/template.yaml").replace("TENANT", "demo"));
    }

    /** Without the comment at the top. */
    private static String rules(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        return text.substring(text.indexOf("---"));
    }

    /** Who sends or receives by AsyncAPI, as the Kafka user that it is. */
    private Set<String> services(String topic, boolean sends) {
        return asyncApi.operations().stream()
                .filter(operation -> operation.topic().equals(topic) && operation.sends() == sends)
                .map(operation -> operation.service().equals("partner") ? PARTNER : operation.service())
                .filter(user -> !(user.equals(PARTNER) && !sends && NOT_BY_KAFKA.contains(topic)))
                .collect(Collectors.toSet());
    }

    private Set<String> users(String operation, String topic) {
        Stream<Acl> letting = acls.stream().filter(acl -> acl.lets(operation, topic));
        return letting.map(Acl::user).collect(Collectors.toSet());
    }
}
