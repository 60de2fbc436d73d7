package dev.callsheet.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.decision.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @Test
    void theBuiltInPolicyIsPossible() {
        Policy policy = PolicyFile.load(Optional.empty()).all();

        assertThat(policy.routeOf("wan2.7-r2v")).contains(Route.R2V);
        assertThat(policy.i2v().microsPerSecond()).containsEntry("720P", 100_000L);
        assertThat(policy.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void anImpossibleValueIsNamed() throws IOException {
        assertRefused(builtIn().replace("minSide: 360", "minSide: 3600"), "pictures.minSide");
    }

    @Test
    void anUnknownKeyIsNamed() throws IOException {
        assertRefused(builtIn().replace("minSide: 360", "minSide: 360\n  minSize: 1"), "minSize");
    }

    @Test
    void aMissingValueIsNamed() throws IOException {
        assertRefused(builtIn().replace("  floorMs: 1000\n", ""), "floorMs");
    }

    @Test
    void aWrongValueIsToldWithItsKeyAndWhatIsAllowed() throws IOException {
        assertRefused(
                builtIn().replace("most: 5", "most: five"), "references.most: found five; allowed: a whole number");
        assertRefused(builtIn().replace("unbound: WARN", "unbound: MAYBE"), "allowed: WARN, REFUSE");
        assertRefused(builtIn().replace("  floorMs: 1000\n", ""), "live.floorMs: missing");
        assertRefused(
                builtIn().replace("http: false", "http: perhaps"), "links.http: found perhaps; allowed: true or false");
    }

    @Test
    void whatIsNoMappingIsRefused() {
        assertRefused("- a\n- b\n", "mapping");
    }

    @Test
    void aTenantMayDiffer() throws IOException {
        PolicyEdition edition = read(builtIn()
                .replace(
                        "tenants: {}",
                        "tenants:\n  acme: {live: {defaultAvatar: av_acme}, references: {unbound: REFUSE}}"));

        assertThat(edition.of(new TenantId("acme")).live().defaultAvatar()).isEqualTo("av_acme");
        assertThat(edition.of(new TenantId("acme")).references().most()).isEqualTo(5);
        assertThat(edition.of(new TenantId("other")).live().defaultAvatar()).isEmpty();
    }

    @Test
    void aDifferenceThatIsImpossibleRefusesTheWholeFile() throws IOException {
        assertRefused(builtIn().replace("tenants: {}", "tenants: {acme: {live: {defaultAvatr: x}}}"), "defaultAvatr");
        assertRefused(builtIn().replace("tenants: {}", "tenants: {acme: {pictures: {minSide: 9999}}}"), "minSide");
        assertRefused(builtIn().replace("tenants: {}", "tenants: {\"no tenant!\": {}}"), "no tenant!");
    }

    @Test
    void aChangedFileIsTakenABadOneIsRefusedOnceAndTheOldOneComesBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("policy.yaml");
        Files.writeString(file, builtIn());
        PolicyWatch watch = new PolicyWatch(Optional.of(file));
        String first = watch.edition().hash();

        assertThat(watch.look()).isInstanceOf(PolicyWatch.Look.Unchanged.class);
        Files.writeString(file, builtIn().replace("most: 5", "most: 4"));
        assertThat(watch.look()).isInstanceOf(PolicyWatch.Look.Taken.class);
        assertThat(watch.edition().all().references().most()).isEqualTo(4);
        Files.writeString(file, builtIn().replace("most: 5", "most: none"));
        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        PolicyWatch.Look.Refused.class,
                        look -> assertThat(look.why()).contains("none"));
        assertThat(watch.look()).isInstanceOf(PolicyWatch.Look.Unchanged.class);
        assertThat(watch.edition().all().references().most()).isEqualTo(4);
        Files.delete(file);
        assertThat(watch.look()).isInstanceOf(PolicyWatch.Look.Refused.class);
        Files.writeString(file, builtIn());
        assertThat(watch.look()).isInstanceOf(PolicyWatch.Look.Taken.class);
        assertThat(watch.edition().hash()).isEqualTo(first);
    }

    private static PolicyEdition read(String yaml) {
        return PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String yaml, String named) {
        assertThatThrownBy(() -> PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining(named);
    }

    private static String builtIn() throws IOException {
        try (var resource = PolicyFileTest.class.getResourceAsStream("/policy.yaml")) {
            assertThat(resource).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
