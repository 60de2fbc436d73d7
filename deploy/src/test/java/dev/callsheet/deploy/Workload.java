package dev.callsheet.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something that makes pods, with what it makes them from. */
record Workload(HasMetadata owner, PodTemplateSpec template) {
    /** The services of this house. */
    static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");

    String name() {
        return owner.getMetadata().getName();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    /** Every pod of ours has one. */
    Container container() {
        return pod().getContainers().getFirst();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    boolean isService() {
        return owner instanceof Deployment;
    }

    /** Not somebody else's program, as the dev overlay's database is. */
    boolean isOurs() {
        return !(owner instanceof StatefulSet);
    }

    /** Secrets that it names, anywhere. */
    List<String> secrets() {
        Stream<String> mounted = pod().getVolumes().stream().flatMap(Workload::secrets);
        Stream<String> env = container().getEnv().stream()
                .filter(e -> e.getValueFrom() != null && e.getValueFrom().getSecretKeyRef() != null)
                .map(e -> e.getValueFrom().getSecretKeyRef().getName());
        return Stream.of(mounted, env, secretsOfEnvironment().stream())
                .flatMap(names -> names)
                .toList();
    }

    /** Secrets whose every value becomes a variable. */
    List<String> secretsOfEnvironment() {
        return container().getEnvFrom().stream()
                .filter(source -> source.getSecretRef() != null)
                .map(source -> source.getSecretRef().getName())
                .toList();
    }

    /** ConfigMaps that it names, anywhere. */
    List<String> configMaps() {
        Stream<String> env = container().getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> source.getConfigMapRef().getName());
        Stream<String> mounted = pod().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .map(volume -> volume.getConfigMap().getName());
        return Stream.concat(env, mounted).toList();
    }

    private static Stream<String> secrets(Volume volume) {
        if (volume.getSecret() != null) {
            return Stream.of(volume.getSecret().getSecretName());
        }
        return volume.getProjected() == null
                ? Stream.of()
                : volume.getProjected().getSources().stream()
                        .filter(source -> source.getSecret() != null)
                        .map(source -> source.getSecret().getName());
    }

    @Override
    public String toString() {
        return owner.getKind() + " " + name();
    }
}
