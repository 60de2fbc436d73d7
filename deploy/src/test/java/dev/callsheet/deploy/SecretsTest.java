package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is secret comes as files, only to whom it is for, and in production never from this repository. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class SecretsTest {
    private static final String BROKERS_AUTHORITY = "callsheet-cluster-ca-cert";

    private final Overlay overlay;
    private final Manifests manifests;

    SecretsTest(Overlay overlay) {
        this.overlay = overlay;
        manifests = overlay.manifests();
    }

    @Test
    void everySecretThatAPodNamesIsMadeBySomebody() {
        Set<String> made = new HashSet<>(Manifests.names(manifests.kind("KafkaUser")));
        made.add(BROKERS_AUTHORITY);
        made.addAll(Manifests.names(
                (overlay == Overlay.DEV ? overlay : Overlay.SECRETS).manifests().all(Secret.class)));

        assertThat(manifests.workloads())
                .allSatisfy(workload -> assertThat(made).containsAll(workload.secrets()));
    }

    @Test
    void everyConfigMapThatAPodNamesExists() {
        List<String> maps = Manifests.names(manifests.all(ConfigMap.class));

        assertThat(manifests.workloads())
                .allSatisfy(workload -> assertThat(maps).containsAll(workload.configMaps()));
    }

    @Test
    void noSecretOfOursIsAnEnvironmentVariable() {
        assertThat(manifests.workloads()).filteredOn(Workload::isOurs).allSatisfy(workload -> {
            assertThat(workload.secretsOfEnvironment()).isEmpty();
            assertThat(workload.container().getEnv())
                    .allSatisfy(env -> assertThat(env.getValueFrom()).isNull());
            assertThat(manifests.environment(workload).keySet())
                    .noneMatch(name -> name.endsWith("_KEY") || name.endsWith("_PASSWORD") || name.endsWith("_SECRET"));
        });
    }

    @Test
    void whatIsMountedIsReadAsConfiguration() {
        assertThat(manifests.workloads())
                .filteredOn(Workload::isOurs)
                .allSatisfy(workload -> assertThat(workload.container().getVolumeMounts())
                        .filteredOn(mount -> mount.getName().equals("secrets"))
                        .singleElement()
                        .satisfies(mount -> assertThat(mount.getMountPath())
                                .isEqualTo(manifests.environment(workload).get("SMALLRYE_CONFIG_LOCATIONS"))));
    }

    @Test
    void productionBringsNoSecretAlong() {
        if (overlay != Overlay.DEV) {
            assertThat(manifests.all(Secret.class)).isEmpty();
        }
    }

    @Test
    void theFormOfProductionsSecretsHoldsNoValue() {
        assertThat(Overlay.SECRETS.manifests().all(Secret.class))
                .isNotEmpty()
                .allSatisfy(secret -> secret.getData().forEach((file, content) -> {
                    String text = new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8);
                    if (file.endsWith(".properties")) {
                        assertThat(text.lines())
                                .filteredOn(line -> line.matches(".*(key|password|secret)=.*"))
                                .allMatch(line -> line.endsWith("=set-me"));
                    }
                }));
    }
}
