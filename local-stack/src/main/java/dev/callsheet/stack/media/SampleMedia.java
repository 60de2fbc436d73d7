package dev.callsheet.stack.media;

import dev.callsheet.contracts.Json;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures that the examples and the demo name: frames, and a character from several sides. The photographs come
 * with an npm package that the scorer's build installs; {@code examples/photographs/faces.json} says who is where.
 */
public final class SampleMedia {
    /** Whose pictures are called mia. */
    private static final String CHARACTER = "person-1";

    private static final String FOLDER = "tenant/demo/media/";
    private static final Map<String, Cut> CUTS = Map.of(
            "first-frame.jpg", new Cut("demo/sample6.jpg", new Photograph.Crop(0, 90, 1920, 1080)),
            "last-frame.jpg", new Cut("demo/sample6.jpg", new Photograph.Crop(320, 135, 1280, 720)),
            "mia-3.jpg", new Cut("demo/sample1.jpg", new Photograph.Crop(1240, 110, 640, 860)));

    private final Path root;

    private record Cut(String file, Photograph.Crop crop) {}

    private record Face(String id, String person, String file, Photograph.Crop crop) {}

    private record Faces(List<Face> faces) {}

    /** @param root of the source tree */
    public SampleMedia(Path root) {
        this.root = root;
    }

    /** Whether the photographs are there. */
    public boolean available() {
        return Files.isRegularFile(photographs().resolve("demo/sample1.jpg"));
    }

    /** Stores those that are not there yet. */
    public void store(ObjectStoreClient store) {
        Map<String, Cut> cuts = new LinkedHashMap<>(CUTS);
        int number = 1;
        for (Face face : faces()) {
            if (face.person().equals(CHARACTER)) {
                cuts.put("mia-" + number + ".jpg", new Cut(face.file(), face.crop()));
                number++;
            }
        }
        cuts.forEach((name, cut) -> {
            if (store.size(FOLDER + name) < 0) {
                store.put(FOLDER + name, "image/jpeg", cut(cut));
            }
        });
    }

    /** Fills a folder with faces of people who are not the character, for the twin to drift to. */
    public void writeOthers(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Face face : faces()) {
                Path file = folder.resolve(face.id() + ".jpg");
                if (!face.person().equals(CHARACTER) && !Files.exists(file)) {
                    Files.write(file, cut(new Cut(face.file(), face.crop())));
                }
            }
        } catch (IOException e) {
            throw new StackFailure("the twin's faces cannot be written to " + folder, e);
        }
    }

    private byte[] cut(Cut cut) {
        return new Photograph(photographs().resolve(cut.file())).cut(cut.crop());
    }

    private List<Face> faces() {
        Path index = root.resolve("examples/photographs/faces.json");
        try {
            return Json.read(Files.readAllBytes(index), Faces.class).faces();
        } catch (IOException e) {
            throw new StackFailure(index + " cannot be read", e);
        }
    }

    private Path photographs() {
        return root.resolve("identity/models/node_modules/@vladmandic/face-api");
    }
}
