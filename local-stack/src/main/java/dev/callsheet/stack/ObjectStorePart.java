package dev.callsheet.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** S3Proxy, an S3 server on a folder, in a JVM of its own. Refuses wrong signatures. */
public final class ObjectStorePart implements RunningPart {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final Child child;
    private final ObjectStoreKeys keys;

    private ObjectStorePart(Child child, ObjectStoreKeys keys) {
        this.child = child;
        this.keys = keys;
    }

    /**
     * Starts the server and makes the bucket.
     *
     * @param data kept; on a file system with extended attributes, where types and user metadata are stored
     */
    public static ObjectStorePart start(Launcher launcher, Path data, Path log, ObjectStoreKeys keys) {
        Path files = data.resolve("files");
        Path settings = data.resolve("s3proxy.properties");
        Path logback = data.resolve("logback.xml");
        try {
            Files.createDirectories(files);
            Files.writeString(settings, settings(files, keys));
            Files.write(logback, quietLog());
        } catch (IOException e) {
            throw new StackFailure("the object store's folder cannot be written: " + data, e);
        }
        Checkout checkout = Checkout.find();
        ClassArchive archive = checkout.archiveOf("object-store", "object-store");
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(archive.options());
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + logback,
                "-cp",
                checkout.classPath("object-store"),
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString()));
        var part = new ObjectStorePart(launcher.start("the object store", command, data, log, Map.of(), archive), keys);
        try (var client = new ObjectStoreClient(keys)) {
            part.child.awaitReady(LIMIT, () -> FreePorts.isOpen(keys.port()));
            client.createBucket();
            return part;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    public ObjectStoreKeys keys() {
        return keys;
    }

    /** The server's process. */
    public ProcessHandle process() {
        return child.process().toHandle();
    }

    @Override
    public Map<String, String> properties() {
        return keys.properties();
    }

    @Override
    public void close() {
        child.close();
    }

    private static byte[] quietLog() throws IOException {
        try (InputStream in = ObjectStorePart.class.getResourceAsStream("object-store-logback.xml")) {
            return Objects.requireNonNull(in, "object-store-logback.xml").readAllBytes();
        }
    }

    private static String settings(Path files, ObjectStoreKeys keys) {
        return """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                s3proxy.cors-allow-origins=https?://(127[.]0[.]0[.]1|localhost)(:[0-9]+)?
                s3proxy.cors-allow-methods=GET HEAD PUT
                s3proxy.cors-allow-headers=content-type x-amz-checksum-sha256 x-amz-content-sha256
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        keys.endpoint(),
                        keys.accessKey(),
                        keys.secretKey(),
                        files.toString().replace("\\", "/"));
    }
}
