package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every manifest is what its kind allows. Two checks, since neither sees all: the schemas of Kubernetes, Strimzi, KEDA and the
 * Prometheus operator hold types, required fields and values; the model of the Kubernetes client knows every field there is.
 */
class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void noManifestHasAFieldThatKubernetesDoesNotKnow(Overlay overlay) {
        assertThat(overlay.manifests().resources()).isNotEmpty().allSatisfy(resource -> {
            if (!(resource instanceof GenericKubernetesResource)) {
                assertThat(UnknownFields.in(resource, resource.getKind())).isEmpty();
            }
        });
    }

    @Test
    void everyManifestFitsItsSchema() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/rendered"));
        List<String> command = new ArrayList<>(List.of("node", "schema-check/check.mjs"));
        for (Overlay overlay : Overlay.values()) {
            Path file = folder.resolve(overlay + ".yaml");
            Files.writeString(file, overlay.manifests().yaml());
            command.add(file.toString());
        }
        Path tenant = folder.resolve("tenant-acme.yaml");
        Files.writeString(
                tenant, Files.readString(Path.of("k8s/tenants/template.yaml")).replace("TENANT", "acme"));
        command.add(tenant.toString());

        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
    }

    @Test
    void theWalkFindsWhatNobodyKnows() {
        Manifests wrong = Manifests.read("""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: wrong
            spec:
              replica: 2
              template:
                spec:
                  containers:
                    - name: service
                      livenessProb: {}
            """);

        assertThat(UnknownFields.in(wrong.resources().getFirst(), "Deployment"))
                .containsExactlyInAnyOrder(
                        "Deployment.Spec.replica", "Deployment.Spec.Template.Spec.Containers[].livenessProb");
    }
}
