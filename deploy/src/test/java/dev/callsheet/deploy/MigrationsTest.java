package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables are made by a run of their own, before anybody uses them. */
@ParameterizedClass
@EnumSource(names = "SECRETS", mode = EnumSource.Mode.EXCLUDE)
class MigrationsTest {
    private final Manifests manifests;
    private final List<String> withTables =
            Workload.SERVICES.stream().filter(MigrationsTest::hasTables).toList();

    MigrationsTest(Overlay overlay) {
        manifests = overlay.manifests();
    }

    @Test
    void everyServiceWithTablesHasAMigrationOfTheSameImage() {
        assertThat(manifests.all(Job.class))
                .extracting(job -> job.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(
                        withTables.stream().map(name -> "migrate-" + name).toList());
        withTables.forEach(
                name -> assertThat(workload("migrate-" + name).container().getImage())
                        .isEqualTo(workload(name).container().getImage()));
    }

    @Test
    void aMigrationMigratesAndEnds() {
        withTables.forEach(name -> {
            Workload migration = workload("migrate-" + name);
            assertThat(manifests.environment(migration))
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
            assertThat(migration.pod().getRestartPolicy()).isEqualTo("Never");
            assertThat(((Job) migration.owner()).getSpec().getActiveDeadlineSeconds())
                    .isPositive();
        });
    }

    @Test
    void aMigrationHoldsTheKeyToItsTablesAndToNothingElse() {
        withTables.forEach(name -> assertThat(workload("migrate-" + name).secrets())
                .singleElement()
                .asString()
                .startsWith("database-" + name));
    }

    @Test
    void aServiceChangesNoTablesAndDoesNotStartWithoutThem() {
        withTables.forEach(name -> assertThat(manifests.environment(workload(name)))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));
    }

    @Test
    void whoeverOrdersResourcesRunsMigrationsFirst() {
        for (Job job : manifests.all(Job.class)) {
            assertThat(job.getMetadata().getAnnotations())
                    .containsEntry("argocd.argoproj.io/hook", "Sync")
                    .doesNotContainKey("argocd.argoproj.io/sync-wave");
        }
        withTables.forEach(
                name -> assertThat(workload(name).owner().getMetadata().getAnnotations())
                        .containsAllEntriesOf(Map.of("argocd.argoproj.io/sync-wave", "1")));
    }

    private Workload workload(String name) {
        return manifests.workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static boolean hasTables(String service) {
        try {
            return Files.readString(Path.of("..", service, "src/main/resources/application.properties"))
                    .contains("quarkus.datasource.db-kind");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
