package dev.callsheet.deploy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What Kustomize renders from a folder, without a cluster. */
record Manifests(List<HasMetadata> resources) {

    /** Renders with {@code kubectl kustomize}. @throws IllegalStateException with its words if it refuses */
    static Manifests render(Path folder) throws IOException, InterruptedException {
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
        byte[] yaml = kubectl.getInputStream().readAllBytes();
        String complaint = new String(kubectl.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new IllegalStateException("kubectl kustomize " + folder + ": " + complaint);
        }
        List<HasMetadata> resources = new ArrayList<>();
        Object loaded = new KubernetesSerialization().unmarshal(new ByteArrayInputStream(yaml));
        for (Object resource : loaded instanceof Collection<?> many ? many : List.of(loaded)) {
            resources.add((HasMetadata) resource);
        }
        return new Manifests(resources);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Resources of a kind that the client has no class for, as Strimzi's. */
    List<HasMetadata> kind(String kind) {
        return resources.stream().filter(r -> r.getKind().equals(kind)).toList();
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
