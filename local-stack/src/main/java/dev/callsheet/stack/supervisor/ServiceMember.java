package dev.callsheet.stack.supervisor;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.Child;
import dev.callsheet.stack.ClassArchive;
import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Quarkus program of this house, in a JVM of its own. */
record ServiceMember(House house, Place place) implements Member {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> JVM = List.of(
            // Without a start size the JVM takes all of it at once.
            "-Xms48m",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    /** A clip needs ten times the memory of waiting for one: this collector gives it back when nothing happens. */
    private static final List<String> GIVING_BACK = List.of(
            "-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=10000", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    /** A continuous build starts what it has built a few times and then forgets it. */
    private static final boolean ARCHIVES_PAY = System.getenv("CI") == null;

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC");

    @Override
    public Running start(Launcher launcher) {
        Path jar = house.checkout().resolve(place.label()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure(place.label() + " is not built: " + jar + " is missing");
        }
        ClassArchive archive = ClassArchive.of(
                house.checkout().resolve(".callsheet/archives"), place.label(), jar.getParent(), ARCHIVES_PAY);
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(archive.options());
        command.addAll(JVM);
        command.addAll(place == Place.CONSISTENCY_SCORER ? GIVING_BACK : SMALL);
        command.add(key(House.API_KEY, House.TENANT));
        command.add(key(House.OPERATOR_KEY, "operators"));
        command.addAll(List.of("-jar", jar.toString()));
        StateFolder folder = house.folder();
        Child child = launcher.start(
                place.label(),
                command,
                folder.data(place.label()),
                folder.log(place.label()),
                new Surroundings(house).of(place),
                archive);
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            child.awaitReady(LIMIT, () -> isReady(http));
            return new Running(child.process().toHandle(), child::close);
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** A local key; a property, since an environment variable cannot name it. */
    private static String key(String key, String tenant) {
        return "-Dcallsheet.api-keys.\"" + Json.sha256(key.getBytes(StandardCharsets.UTF_8)) + "\"=" + tenant;
    }

    private boolean isReady(HttpClient http) {
        var request = HttpRequest.newBuilder(URI.create(house.ports().url(place) + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for " + place.label(), e);
        }
    }
}
