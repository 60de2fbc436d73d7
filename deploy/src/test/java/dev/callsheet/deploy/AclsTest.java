package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may write and read what, held against who does (docs/architecture.md): each channel has its writers and readers. */
class AclsTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String PARTNER = "tenant-demo";

    private static final Map<String, Set<String>> WRITERS = Map.of(
            Topics.requests(DEMO),
            Set.of(PARTNER, "request-api", "scenario-router", "i2v-worker"),
            Topics.control(DEMO),
            Set.of(PARTNER, "request-api"),
            Topics.turns(DEMO),
            Set.of(PARTNER),
            Topics.work(Route.I2V),
            Set.of("scenario-router"),
            Topics.work(Route.R2V),
            Set.of("scenario-router"),
            Topics.work(Route.AVATAR),
            Set.of("scenario-router"),
            Topics.WORK_SCORING,
            Set.of("r2v-worker", "request-api"),
            Topics.FACTS,
            Set.of("scenario-router", "i2v-worker", "r2v-worker", "avatar-session-service", "consistency-scorer"));

    private static final Map<String, Set<String>> READERS = Map.of(
            Topics.requests(DEMO),
            Set.of("scenario-router", "request-api"),
            Topics.control(DEMO),
            Set.of("i2v-worker", "r2v-worker", "avatar-session-service"),
            Topics.turns(DEMO),
            Set.of("avatar-session-service"),
            Topics.work(Route.I2V),
            Set.of("i2v-worker"),
            Topics.work(Route.R2V),
            Set.of("r2v-worker"),
            Topics.work(Route.AVATAR),
            Set.of("avatar-session-service"),
            Topics.WORK_SCORING,
            Set.of("consistency-scorer"),
            Topics.FACTS,
            Set.of("request-api", "r2v-worker"));

    /** Allowed more than they do, because a rule's prefix cannot say "of every tenant, but only the dead letters". */
    private static final Map<String, Set<String>> WRITERS_BY_PREFIX = Map.of(
            Topics.control(DEMO),
            Set.of("i2v-worker", "r2v-worker", "avatar-session-service"),
            Topics.turns(DEMO),
            Set.of("avatar-session-service"),
            Topics.WORK_SCORING,
            Set.of("scenario-router"));

    private static List<Acl> acls = List.of();
    private static Manifests dev = new Manifests(List.of());

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        assumeTrue(Manifests.canRender(), "kubectl is missing: install it to check the manifests");
        dev = Manifests.render(Path.of("k8s/overlays/dev"));
        acls = Acl.of(dev.kind("KafkaUser"));
    }

    @Test
    void everyChannelIsWrittenByItsWritersAndByNobodyElse() {
        WRITERS.forEach((topic, writers) -> {
            Set<String> allowed = new HashSet<>(writers);
            allowed.addAll(WRITERS_BY_PREFIX.getOrDefault(topic, Set.of()));
            assertThat(users("Write", topic)).as("may write " + topic).isEqualTo(allowed);
        });
    }

    @Test
    void everyChannelIsReadByItsReadersAndByNobodyElse() {
        READERS.forEach((topic, readers) ->
                assertThat(users("Read", topic)).as("may read " + topic).isEqualTo(readers));
    }

    @Test
    void whoeverReadsAChannelMayPutItsRecordsAside() {
        READERS.forEach((topic, readers) ->
                assertThat(users("Write", Topics.deadLetters(topic))).containsAll(readers));
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

    private static Set<String> users(String operation, String topic) {
        Stream<Acl> letting = acls.stream().filter(acl -> acl.lets(operation, topic));
        return letting.map(Acl::user).collect(Collectors.toSet());
    }
}
