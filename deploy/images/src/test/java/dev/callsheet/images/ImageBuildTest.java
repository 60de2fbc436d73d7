package dev.callsheet.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images built for real, of a small program over an empty base; read back from the tar. */
class ImageBuildTest {
    private static final Release RELEASE =
            new Release("1.2.3", "0123abc", "https://callsheet.example", Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private String base = "";

    @BeforeEach
    void aPackagedProgramAndABase() throws Exception {
        write("app/quarkus-run.jar", "run");
        write("app/quarkus-app-dependencies.txt", "a:b::jar:1");
        write("app/app/house.jar", "ours");
        write("app/quarkus/generated-bytecode.jar", "ours");
        write("app/lib/boot/other.boot-1.jar", "theirs");
        write("app/lib/main/other.lib-1.jar", "theirs");
        write("app/lib/main/dev.callsheet.corridor-1.jar", "ours");
        write("java/bin/java", "a JVM").toFile().setExecutable(true);
        write("java/release", "JAVA_RUNTIME_VERSION=\"25\"");
        write("about/LICENSE", "Apache-2.0");
        write("start.aot", "cache");
        Path tar = folder.resolve("base.tar");
        Jib.fromScratch().containerize(caches(Containerizer.to(TarImage.at(tar).named("base"))));
        base = "tar:" + tar;
    }

    @Test
    void theImageSaysWhatItIsAndRunsAsNobody() throws Exception {
        ImageTar image = built("one", true);

        var config = image.config().get("config");
        assertThat(config.get("User").asText()).isEqualTo("10001:10001");
        assertThat(config.get("ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(config.get("Entrypoint").toString())
                .startsWith("[\"/opt/java/bin/java\",\"-XX:AOTCache=/app/start.aot\",")
                .endsWith("\"-jar\",\"/app/quarkus-run.jar\"]");
        assertThat(config.get("Labels").properties())
                .extracting(Map.Entry::getKey, label -> label.getValue().asText())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("org.opencontainers.image.title", "Callsheet i2v-worker"),
                        org.assertj.core.groups.Tuple.tuple("org.opencontainers.image.version", "1.2.3"),
                        org.assertj.core.groups.Tuple.tuple("org.opencontainers.image.revision", "0123abc"),
                        org.assertj.core.groups.Tuple.tuple(
                                "org.opencontainers.image.source", "https://callsheet.example"),
                        org.assertj.core.groups.Tuple.tuple("org.opencontainers.image.licenses", "Apache-2.0"));
        assertThat(image.config().get("created").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void whatChangesSeldomLiesBelowWhatChangesOften() throws Exception {
        ImageTar image = built("one", true);

        assertThat(image.layers()).hasSize(5);
        assertThat(image.layers().get(0)).containsKeys("/opt/java/bin/java", "/opt/java/release");
        assertThat(image.layers().get(1))
                .containsKeys("/app/lib/main/other.lib-1.jar", "/app/lib/boot/other.boot-1.jar");
        assertThat(image.layers().get(2))
                .containsKeys(
                        "/app/quarkus-run.jar", "/app/app/house.jar", "/app/lib/main/dev.callsheet.corridor-1.jar")
                .doesNotContainKeys("/app/lib/main/other.lib-1.jar", "/app/quarkus-app-dependencies.txt");
        assertThat(image.layers().get(3)).containsKey("/app/about/LICENSE");
        assertThat(image.layers().get(4)).containsKey("/app/start.aot");
    }

    @Test
    void everyFileIsRootsWithoutWritersAndHasTheOneTime() throws Exception {
        built("one", true)
                .layers()
                .forEach(layer -> layer.forEach((path, file) -> {
                    assertThat(file.getLongUserId()).as(path).isZero();
                    assertThat(file.getMode() & 0022).as(path).isZero();
                    assertThat(file.getLastModifiedTime().toInstant()).as(path).isEqualTo(ImageBuild.FILE_TIME);
                }));
        assertThat(mode(built("two", true), "/opt/java/bin/java") & 0111).isEqualTo(0111);
        assertThat(mode(built("two", true), "/app/quarkus-run.jar") & 0111).isZero();
    }

    @Test
    void theSameFilesAreTheSameImageWhenTheyAreBuiltAgain() throws Exception {
        var first = digest("one");
        Files.setLastModifiedTime(folder.resolve("app/quarkus-run.jar"), FileTime.fromMillis(0));
        assertThat(digest("two")).isEqualTo(first);

        write("app/app/house.jar", "changed");
        assertThat(digest("three")).isNotEqualTo(first);
    }

    @Test
    void withoutAStartUpCacheNoneIsAskedFor() throws Exception {
        ImageTar image = built("one", false);

        assertThat(image.layers()).hasSize(4);
        assertThat(image.config().get("config").get("Entrypoint").toString()).doesNotContain("AOTCache");
    }

    @Test
    void aBaseThatCanMoveIsRefused() {
        var moving = new ImageBuild("docker.io/library/debian:stable-slim", folder.resolve("jib"), RELEASE);

        assertThatThrownBy(() -> moving.toTar(Program.I2V_WORKER, content(false), folder.resolve("no.tar")))
                .isInstanceOf(ImageFailure.class)
                .hasMessageContaining("has no digest");
        assertThat(Images.BASE).matches("[a-z.]+/[a-z/]+:[a-z-]+@sha256:[0-9a-f]{64}");
    }

    private ImageTar built(String name, boolean cached) throws Exception {
        Path tar = folder.resolve(name + ".tar");
        build().toTar(Program.I2V_WORKER, content(cached), tar);
        return ImageTar.read(tar);
    }

    private String digest(String name) {
        return build().toTar(Program.I2V_WORKER, content(true), folder.resolve(name + ".tar"))
                .getDigest()
                .toString();
    }

    private ImageBuild build() {
        return new ImageBuild(base, folder.resolve("jib"), RELEASE);
    }

    private ImageContent content(boolean cached) {
        return ImageContent.of(
                folder.resolve("app"),
                new JavaRuntime(folder.resolve("java")),
                NativeLibraries.none(),
                List.of(folder.resolve("about/LICENSE")),
                folder.resolve(cached ? "start.aot" : "none"));
    }

    private static int mode(ImageTar image, String path) {
        TarArchiveEntry file = image.layers().stream()
                .filter(layer -> layer.containsKey(path))
                .findFirst()
                .orElseThrow()
                .get(path);
        return file.getMode();
    }

    private Path write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Containerizer caches(Containerizer target) {
        return target.setBaseImageLayersCache(folder.resolve("jib/base"))
                .setApplicationLayersCache(folder.resolve("jib/layers"));
    }
}
