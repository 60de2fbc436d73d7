package dev.callsheet.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source tree that the parts were built in. */
public final class Checkout {
    /** System property that names the folder; without it, it is looked for from the working directory upwards. */
    public static final String PROPERTY = "callsheet.root";

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /** @throws StackFailure if there is no source tree around */
    public static Checkout find() {
        String named = System.getProperty(PROPERTY);
        return Stream.concat(
                        upwards(named == null ? null : Path.of(named)),
                        upwards(Path.of("").toAbsolutePath()))
                .filter(folder -> Files.isRegularFile(folder.resolve("local-stack/kafka-broker/pom.xml")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new StackFailure("no source tree of Callsheet here; set -D" + PROPERTY));
    }

    public Path root() {
        return root;
    }

    /**
     * The class path of a part with a process of its own, as {@code .../target/lib/*}.
     *
     * @throws StackFailure if the part is not built
     */
    public String classPath(String part) {
        Path lib = lib(part);
        if (!Files.isDirectory(lib)) {
            throw new StackFailure(lib + " is missing; build it: mvn -pl local-stack/" + part + " install");
        }
        return lib.resolve("*").toString();
    }

    /** Of a part with a process of its own: what comes from elsewhere hardly changes, so its archive always pays. */
    ClassArchive archiveOf(String part, String program) {
        return ClassArchive.of(root.resolve(".callsheet/archives"), program, lib(part), true);
    }

    private Path lib(String part) {
        return root.resolve("local-stack").resolve(part).resolve("target/lib");
    }

    private static Stream<Path> upwards(@Nullable Path from) {
        return Stream.iterate(from, folder -> folder != null, Path::getParent).map(Path.class::cast);
    }
}
