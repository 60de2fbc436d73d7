package dev.callsheet.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Lays a program's content over a base image by Jib, without a container engine.
 *
 * @param base a reference with its digest, or {@code tar:FILE}
 * @param cache where Jib keeps layers between builds
 */
record ImageBuild(String base, Path cache, Release release) {
    /** Nobody's number on the usual systems; Kubernetes sees that it is not root. */
    static final String USER = "10001:10001";

    static final int PORT = 8080;

    private static final String TAR = "tar:";

    /** The time of every file: the same content is the same layer. The JVM holds its cache against it. */
    static final Instant FILE_TIME = Instant.ofEpochSecond(1);

    /** Writes what {@code docker load} takes. */
    JibContainer toTar(Program program, ImageContent content, Path file) {
        try {
            return build(program, content, Containerizer.to(TarImage.at(file).named(name(program, ""))));
        } catch (InvalidImageReferenceException e) {
            throw new ImageFailure(e.getMessage(), e);
        }
    }

    /**
     * Sends it to a registry, with the credentials of the usual Docker configuration.
     *
     * @param registry host and path, as in {@code registry.example.com/media}
     */
    JibContainer toRegistry(Program program, ImageContent content, String registry) {
        try {
            ImageReference target = ImageReference.parse(name(program, registry + "/"));
            RegistryImage image = RegistryImage.named(target)
                    .addCredentialRetriever(CredentialRetrieverFactory.forImage(target, event -> {})
                            .dockerConfig());
            return build(program, content, Containerizer.to(image));
        } catch (InvalidImageReferenceException e) {
            throw new ImageFailure(e.getMessage(), e);
        }
    }

    private String name(Program program, String prefix) {
        return prefix + "callsheet/" + program.label() + ":" + release.version();
    }

    private JibContainer build(Program program, ImageContent content, Containerizer target) {
        try {
            JibContainerBuilder image = from().setFormat(ImageFormat.Docker)
                    .setCreationTime(release.created())
                    .setUser(USER)
                    .setWorkingDirectory(AbsoluteUnixPath.get(ImageContent.APP))
                    .setExposedPorts(Port.tcp(PORT))
                    .setEnvironment(Map.of(
                            "QUARKUS_HTTP_HOST", "0.0.0.0",
                            "QUARKUS_HTTP_PORT", Integer.toString(PORT),
                            "LANG", "C.UTF-8",
                            "JAVA_HOME", ImageContent.JAVA,
                            // Native libraries allocate from many threads; each would otherwise keep an arena of its
                            // own.
                            "MALLOC_ARENA_MAX", "2"))
                    .setEntrypoint(content.entrypoint())
                    .setProgramArguments(List.of())
                    .setFileEntriesLayers(
                            content.layers().stream().map(ImageBuild::layer).toList());
            release.labels(program, base.startsWith(TAR) ? "scratch" : base).forEach(image::addLabel);
            return image.containerize(target.setBaseImageLayersCache(cache.resolve("base"))
                    .setApplicationLayersCache(cache.resolve("layers"))
                    .setToolName("callsheet"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("interrupted", e);
        } catch (Exception e) {
            throw new ImageFailure(program.label() + ": " + e.getMessage(), e);
        }
    }

    private JibContainerBuilder from() throws InvalidImageReferenceException {
        if (base.startsWith(TAR)) {
            return Jib.from(TarImage.at(Path.of(base.substring(TAR.length()))));
        }
        ImageReference reference = ImageReference.parse(base);
        if (reference.getDigest().isEmpty()) {
            throw new ImageFailure(
                    "the base image '" + base + "' has no digest; a tag can change under us: NAME@sha256:...");
        }
        return Jib.from(RegistryImage.named(reference));
    }

    private static FileEntriesLayer layer(ImageLayer layer) {
        var files = FileEntriesLayer.builder().setName(layer.name());
        for (ImageLayer.Entry entry : layer.entries()) {
            files.addEntry(
                    real(entry.from()),
                    AbsoluteUnixPath.get(entry.to()),
                    FilePermissions.fromOctalString(entry.isProgram() ? "755" : "644"),
                    FILE_TIME);
        }
        return files.build();
    }

    /** A library is often a link to the file with its whole version. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new ImageFailure(file + " cannot be read", e);
        }
    }
}
