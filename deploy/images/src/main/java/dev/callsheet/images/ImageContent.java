package dev.callsheet.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that an image adds to its base, in layers: what changes most seldom comes first, so that a new build of the
 * house sends little.
 */
record ImageContent(List<ImageLayer> layers) {
    /** The JVM's folder in the image. */
    static final String JAVA = "/opt/java";

    /** The program's folder in the image. */
    static final String APP = "/app";

    /** The start-up cache within it. */
    static final String CACHE = APP + "/start.aot";

    /** Said to the JVM in training and in the image alike. */
    static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            // The root file system may be read-only; ffmpeg and other natives unpack here.
            "-Dorg.bytedeco.javacpp.cachedir=/tmp/javacpp");

    /**
     * Of a packaged program.
     *
     * @param packaged its {@code quarkus-app} folder
     * @param about files that tell about it: licences, the bill of materials
     * @param cache its start-up cache; a file that is missing is left out
     */
    static ImageContent of(Path packaged, JavaRuntime runtime, NativeLibraries natives, List<Path> about, Path cache) {
        if (!Files.isRegularFile(packaged.resolve("quarkus-run.jar"))) {
            throw new ImageFailure(packaged + " is not built");
        }
        List<ImageLayer> layers = new ArrayList<>();
        layers.add(new ImageLayer("java", ImageLayer.below(runtime.home(), JAVA, file -> true)));
        if (!natives.byName().isEmpty()) {
            layers.add(new ImageLayer("native", natives.entries()));
        }
        layers.add(new ImageLayer("libraries", ImageLayer.below(packaged, APP, ImageContent::isLibrary)));
        layers.add(new ImageLayer("house", ImageLayer.below(packaged, APP, ImageContent::isHouse)));
        layers.add(new ImageLayer(
                "about",
                about.stream()
                        .map(file -> new ImageLayer.Entry(file, APP + "/about/" + file.getFileName()))
                        .toList()));
        if (Files.isRegularFile(cache)) {
            layers.add(new ImageLayer("start", List.of(new ImageLayer.Entry(cache, CACHE))));
        }
        return new ImageContent(layers);
    }

    /** Whether a file of the packaged program is of others. */
    private static boolean isLibrary(String file) {
        return file.startsWith("lib/") && !file.startsWith("lib/main/dev.callsheet.");
    }

    /** Whether it is ours. The list of dependencies is for tools, and told better by the bill of materials. */
    private static boolean isHouse(String file) {
        return !isLibrary(file) && !file.equals("quarkus-app-dependencies.txt");
    }

    /** How the program is started. */
    List<String> entrypoint() {
        List<String> command = new ArrayList<>(List.of(JAVA + "/bin/java"));
        if (layers.stream().anyMatch(layer -> layer.name().equals("start"))) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        command.addAll(JVM);
        command.addAll(List.of("-jar", APP + "/quarkus-run.jar"));
        return command;
    }
}
