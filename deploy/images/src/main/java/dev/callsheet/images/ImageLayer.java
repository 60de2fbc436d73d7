package dev.callsheet.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that change together. */
record ImageLayer(String name, List<Entry> entries) {
    /**
     * A file on its way.
     *
     * @param from on this machine
     * @param to its path in the image, from the root
     */
    record Entry(Path from, String to) {
        boolean isProgram() {
            return Files.isExecutable(from);
        }
    }

    ImageLayer {
        entries = entries.stream().sorted(Comparator.comparing(Entry::to)).toList();
    }

    /** All files below a folder that are wanted, by their path within it. */
    static List<Entry> below(Path folder, String to, Predicate<String> wanted) {
        List<Entry> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String within = folder.relativize(file).toString().replace('\\', '/');
                if (wanted.test(within)) {
                    found.add(new Entry(file, to + "/" + within));
                }
            }
        } catch (IOException e) {
            throw new ImageFailure(folder + " cannot be read", e);
        }
        return found;
    }
}
