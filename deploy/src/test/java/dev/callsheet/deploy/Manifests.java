package dev.callsheet.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Kustomize renders from a folder, without a cluster. */
record Manifests(String yaml, List<HasMetadata> resources) {

    /** Renders with {@code kubectl kustomize}. @throws IllegalStateException with its words if it refuses */
    static Manifests render(Path folder) throws IOException, InterruptedException {
        assumeTrue(
                canRender() || "true".equals(System.getenv("CI")), "kubectl is missing: install it to check manifests");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new IllegalStateException("kubectl kustomize " + folder + ": " + complaint);
        }
        return read(yaml);
    }

    static Manifests read(String yaml) {
        List<HasMetadata> resources = new ArrayList<>();
        Object loaded = new KubernetesSerialization()
                .unmarshal(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        for (Object resource : loaded instanceof Collection<?> many ? many : List.of(loaded)) {
            resources.add((HasMetadata) resource);
        }
        return new Manifests(yaml, resources);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Resources of a kind that the client has no class for, as Strimzi's. */
    List<HasMetadata> kind(String kind) {
        return resources.stream().filter(r -> r.getKind().equals(kind)).toList();
    }

    static List<String> names(Collection<? extends HasMetadata> resources) {
        return resources.stream().map(r -> r.getMetadata().getName()).toList();
    }

    /** Everything that makes pods: services first, then migrations, then what only the dev overlay has. */
    List<Workload> workloads() {
        List<Workload> all = new ArrayList<>();
        all(Deployment.class).forEach(d -> all.add(new Workload(d, d.getSpec().getTemplate())));
        all(Job.class).forEach(j -> all.add(new Workload(j, j.getSpec().getTemplate())));
        all(StatefulSet.class).forEach(s -> all.add(new Workload(s, s.getSpec().getTemplate())));
        return all;
    }

    /** The environment of a workload's only container, with its ConfigMaps; values that come from elsewhere are left out. */
    Map<String, String> environment(Workload workload) {
        Map<String, String> environment = new HashMap<>();
        workload.container().getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .forEach(source -> environment.putAll(
                        configMap(source.getConfigMapRef().getName()).getData()));
        workload.container().getEnv().stream()
                .filter(env -> env.getValueFrom() == null)
                .forEach(env -> environment.put(env.getName(), env.getValue() == null ? "" : env.getValue()));
        return environment;
    }

    private ConfigMap configMap(String name) {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no ConfigMap " + name));
    }

    static boolean canRender() {
        try {
            return new ProcessBuilder("kubectl", "version", "--client").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
