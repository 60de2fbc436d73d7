package dev.callsheet.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM that goes into the images: linked from the JDK that builds, so that the services run on what they were
 * tested on, and a start-up cache trained here fits there (docs/adr/0030).
 */
record JavaRuntime(Path home) {
    /** What the services and their libraries ask for, by reflection too; no compiler, no desktop tools. */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported",
            "jdk.zipfs");

    /**
     * The one that is there, or a new one; the same JDK links the same bytes.
     *
     * @param jdk the home of a JDK
     * @param folder where runtimes are kept by version
     */
    static JavaRuntime linked(Path jdk, Path folder) {
        Path home = folder.resolve("java-" + Runtime.version().toString().replace('+', '_'));
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            Path draft = folder.resolve("java-draft-" + ProcessHandle.current().pid());
            try {
                Files.createDirectories(folder);
                Commands.must(List.of(
                        jdk.resolve("bin/jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--no-header-files",
                        "--no-man-pages",
                        "--generate-cds-archive",
                        "--output",
                        draft.toString()));
                Files.move(draft, home);
            } catch (IOException e) {
                throw new ImageFailure("no runtime can be linked in " + folder, e);
            }
        }
        return new JavaRuntime(home);
    }

    Path java() {
        return home.resolve("bin/java");
    }

    /** Its version as vendors write it: {@code 25.0.3+9-LTS}. */
    String version() {
        return release("JAVA_RUNTIME_VERSION");
    }

    /** Who made it. */
    String maker() {
        return release("IMPLEMENTOR");
    }

    private String release(String key) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith(key + "="))
                    .map(line -> line.substring(key.length() + 1).replace("\"", ""))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new ImageFailure("the runtime's release file cannot be read", e);
        }
    }
}
