package dev.callsheet.images;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the JVM's start-up cache of a program (JEP 483, 514, 515) by running it: with the image's JVM, on the
 * image's files, against real Kafka, PostgreSQL and S3, until it is ready and has answered. The cache holds whatever
 * the folder is called, as long as names, sizes and times of the jars are those of the training.
 */
record Training(JavaRuntime runtime, Path folder) {
    private static final Duration READY = Duration.ofSeconds(180);
    private static final Duration WRITTEN = Duration.ofSeconds(180);

    /** Where a program's cache is kept; its name holds the JVM and every jar. */
    Path cache(Program program, Path packaged) {
        var text = new StringBuilder(runtime.version());
        for (ImageLayer.Entry jar :
                new ImageLayer("all", ImageLayer.below(packaged, "", f -> f.endsWith(".jar"))).entries()) {
            text.append('\n').append(jar.to()).append(' ').append(sha256(jar.from()));
        }
        return folder.resolve(program.label() + "-"
                + Json.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16) + ".aot");
    }

    /** Makes it if it is not there. @return the cache */
    Path train(Program program, Path packaged) {
        Path cache = cache(program, packaged);
        if (Files.isRegularFile(cache)) {
            return cache;
        }
        Path stage = folder.resolve("stage-" + program.label());
        try (var parts = RealParts.start(program.needs(), program.schema().orElse(Schema.REQUEST_API))) {
            // What a run that was cut short has left.
            drop(stage);
            asInTheImage(packaged, stage);
            Path draft = stage.resolve("start.aot");
            run(program, stage, draft, parts.properties());
            Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
            drop(stage);
            return cache;
        } catch (IOException e) {
            throw new ImageFailure(program.label() + " cannot be trained: " + e.getMessage(), e);
        }
    }

    /** The files with the time that they have in the image. */
    private static void asInTheImage(Path packaged, Path stage) throws IOException {
        for (ImageLayer.Entry file : ImageLayer.below(packaged, "app", name -> true)) {
            Path copy = stage.resolve(file.to());
            Files.createDirectories(copy.getParent());
            Files.copy(file.from(), copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(copy, FileTime.from(ImageBuild.FILE_TIME));
        }
    }

    private static void drop(Path stage) throws IOException {
        if (!Files.isDirectory(stage)) {
            return;
        }
        try (Stream<Path> files = Files.walk(stage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(Program program, Path stage, Path draft, Map<String, String> parts) throws IOException {
        int port = FreePorts.take(1).getFirst();
        List<String> command = new ArrayList<>(List.of(runtime.java().toString(), "-XX:AOTCacheOutput=" + draft));
        command.addAll(ImageContent.JVM);
        parts.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", "app/quarkus-run.jar"));
        Path log = folder.resolve(program.label() + ".log");
        var builder = new ProcessBuilder(command)
                .directory(stage.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Whoever wants the twin finds nobody: nothing is rendered in training.
        builder.environment()
                .putAll(new TreeMap<>(Map.of(
                        "SCORER_IDENTITY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                        "TWIN_STATE_DIR", stage.resolve("twin").toString(),
                        "TWIN_FACES_DIR", stage.resolve("faces").toString())));
        Files.createDirectories(stage.resolve("faces"));
        Process process = builder.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            awaitReady(http, URI.create("http://127.0.0.1:" + port), process, log);
            process.destroy();
            if (!process.waitFor(WRITTEN.toSeconds(), TimeUnit.SECONDS) || !Files.isRegularFile(draft)) {
                throw new ImageFailure(program.label() + " has written no start-up cache; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void awaitReady(HttpClient http, URI service, Process process, Path log)
            throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (status(http, service.resolve("/q/health/ready")) != 200) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new ImageFailure("no program became ready at " + service + "; see " + log);
            }
        }
        // What a scrape and a first caller bring in.
        for (String path : List.of("/q/metrics", "/q/health/live", "/", "/v1/requests")) {
            status(http, service.resolve(path));
        }
    }

    private static int status(HttpClient http, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String sha256(Path file) {
        try {
            return Json.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ImageFailure(file + " cannot be read", e);
        }
    }
}
