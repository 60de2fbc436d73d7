package dev.callsheet.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bundled ffmpeg wants of the system and a slim base image has not (sound and screen devices, which it links
 * though nobody uses them): taken from the building machine, which has to run the base image's Debian.
 *
 * @param byName real files by the name that the loader asks for
 */
record NativeLibraries(Map<String, Path> byName) {
    /** The Debian of the base image. */
    static final String DEBIAN = "bookworm";

    static final String FOLDER = "/usr/lib/x86_64-linux-gnu";

    private static final Pattern FOUND = Pattern.compile("^\\s*(\\S+) => (/\\S+) \\(0x", Pattern.MULTILINE);
    private static final Pattern MISSING = Pattern.compile("^\\s*(\\S+) => not found", Pattern.MULTILINE);

    /** The C library and the compiler's own belong to the base image, whole. */
    private static final Pattern OF_THE_BASE = Pattern.compile(
            "(ld-linux-x86-64|libc|libm|libmvec|libdl|librt|libpthread|libresolv|libgcc_s|libstdc\\+\\+)\\.so.*");

    /** For a program that needs none. */
    static NativeLibraries none() {
        return new NativeLibraries(Map.of());
    }

    /**
     * Of a program and the libraries beside it.
     *
     * @throws ImageFailure if this machine lacks one, or is another system than the base image
     */
    static NativeLibraries of(Path program) {
        String said =
                Commands.must(List.of("env", "LD_LIBRARY_PATH=" + program.getParent(), "ldd", program.toString()));
        Matcher missing = MISSING.matcher(said);
        if (missing.find()) {
            throw new ImageFailure(missing.group(1) + " is missing on this machine; the images need it for "
                    + program.getFileName() + ": apt-get install libpulse0 libasound2 libxcb-shm0");
        }
        if (!Commands.run(List.of("cat", "/etc/os-release")).out().contains("VERSION_CODENAME=" + DEBIAN)) {
            throw new ImageFailure("images with ffmpeg are built on Debian " + DEBIAN + ", whose libraries they carry");
        }
        Map<String, Path> found = new TreeMap<>();
        Matcher line = FOUND.matcher(said);
        while (line.find()) {
            Path file = Path.of(line.group(2));
            if (!file.startsWith(program.getParent())
                    && !OF_THE_BASE.matcher(line.group(1)).matches()) {
                found.put(line.group(1), file);
            }
        }
        return new NativeLibraries(found);
    }

    /** As files of an image, where its loader looks by itself. */
    List<ImageLayer.Entry> entries() {
        List<ImageLayer.Entry> all = new ArrayList<>();
        byName.forEach((name, file) -> all.add(new ImageLayer.Entry(
                file, file.getParent().endsWith("pulseaudio") ? FOLDER + "/pulseaudio/" + name : FOLDER + "/" + name)));
        return all;
    }

    /** The Debian packages that they are of, as {@code name=version}. */
    List<String> packages() {
        return byName.values().stream()
                .map(NativeLibraries::packageOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static String packageOf(Path file) {
        Path real = Files.exists(file) ? file : Path.of("/usr" + file);
        String owner = "";
        for (String path : List.of(real.toString(), real.toString().replaceFirst("^/usr", ""), "/usr" + real)) {
            if (owner.isEmpty()) {
                owner = Commands.run(List.of("dpkg", "-S", path)).out().strip();
            }
        }
        if (owner.isEmpty()) {
            throw new ImageFailure("no Debian package owns " + file);
        }
        String name = owner.lines().findFirst().orElseThrow().replaceFirst(": /.*", "");
        return name.replaceFirst(":.*", "") + "="
                + Commands.must(List.of("dpkg-query", "-W", "-f", "${Version}", name))
                        .strip();
    }
}
