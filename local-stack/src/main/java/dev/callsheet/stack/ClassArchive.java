package dev.callsheet.stack;

import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a JVM has read and laid out of a program's classes, kept in a file for the program's next starts (the JVM's
 * dynamic class data sharing).
 *
 * <p>Writing it makes that start and that end slower, so the first start of a build only leaves a mark; the second
 * writes the archive at its end, the third and all later ones use it. The file's name holds the JVM's version and every jar
 * with size and time, and is given to a whole archive only: another build never meets it, and the JVM itself refuses
 * what does not fit.
 */
public final class ClassArchive {
    /** Ends by request or by itself, in which the archive is written; not by a kill or a crash. */
    private static final Set<Integer> WHOLE_ENDS = Set.of(0, 143, 130);

    private static final String SUFFIX = ".jsa";

    private final Path folder;
    private final String program;
    private final String name;
    private final Path draft;
    private final Use use;

    private enum Use {
        NONE,
        MAKE,
        USE
    }

    private ClassArchive(Path folder, String program, String name, Use use) {
        this.folder = folder;
        this.program = program;
        this.name = name;
        this.draft = folder.resolve(name + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".draft");
        this.use = use;
    }

    /** For a program that starts without one. */
    static ClassArchive none() {
        return new ClassArchive(Path.of(""), "", "", Use.NONE);
    }

    /**
     * What is there for a program, or is to be made.
     *
     * @param folder where the archives are, made if missing
     * @param jars the folder with the jars of its class path
     * @param makes whether one may be made if there is none
     */
    public static ClassArchive of(Path folder, String program, Path jars, boolean makes) {
        try {
            Files.createDirectories(folder);
            String name = program + "-" + key(jars);
            if (Files.isRegularFile(folder.resolve(name + SUFFIX))) {
                return new ClassArchive(folder, program, name, Use.USE);
            }
            if (!makes) {
                return none();
            }
            Path mark = folder.resolve(name + ".started");
            if (Files.exists(mark)) {
                return new ClassArchive(folder, program, name, Use.MAKE);
            }
            Files.writeString(mark, "");
            return none();
        } catch (IOException | UncheckedIOException e) {
            // Only slower without.
            return none();
        }
    }

    /** What the JVM is told, before the class path. */
    public List<String> options() {
        return switch (use) {
            case NONE -> List.of();
            case MAKE -> List.of("-XX:ArchiveClassesAtExit=" + draft, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
            case USE -> List.of("-XX:SharedArchiveFile=" + folder.resolve(name + SUFFIX), "-Xlog:cds=off");
        };
    }

    /** Whether the program writes an archive at its end, and needs time for it. */
    boolean isMade() {
        return use == Use.MAKE;
    }

    /** To be called when the program has ended: keeps a whole archive, and drops those of other builds. */
    void ended(int exitCode) {
        if (use != Use.MAKE) {
            return;
        }
        try {
            if (WHOLE_ENDS.contains(exitCode) && Files.isRegularFile(draft)) {
                Files.move(draft, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
                dropOthers();
            }
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // Only slower without.
        }
    }

    private void dropOthers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(this::isOfAnotherBuild).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isOfAnotherBuild(Path file) {
        String other = file.getFileName().toString();
        return other.matches(java.util.regex.Pattern.quote(program) + "-[0-9a-f]{16}[.].*") && !other.startsWith(name);
    }

    private static String key(Path jars) throws IOException {
        var text = new StringBuilder(System.getProperty("java.vm.version"));
        try (Stream<Path> files = Files.walk(jars)) {
            for (Path file : files.filter(jar -> jar.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                text.append('\n').append(file.toAbsolutePath());
                text.append(' ').append(attributes.size());
                text.append(' ').append(attributes.lastModifiedTime().toMillis());
            }
        }
        return Json.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
