package dev.callsheet.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.contracts.Json;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/** The faces of {@code faces.json}, cut from photographs that lie in the npm packages. */
public final class Photographs {
    private static final Path PACKAGES = Path.of(System.getProperty("scorer.packages", "models/node_modules"));

    private Photographs() {}

    /** Ids such as {@code person-1-a}. */
    public static List<String> ids() {
        return StreamSupport.stream(list().spliterator(), false)
                .map(face -> face.get("id").textValue())
                .toList();
    }

    public static String person(String id) {
        return entry(id).get("person").textValue();
    }

    public static Picture picture(String id) {
        return picture(image(id));
    }

    public static Binding binding(String name, String... ids) {
        return new Binding(
                name,
                Arrays.stream(ids)
                        .map(id -> Reference.picture(id, () -> picture(id)))
                        .toList());
    }

    public static BufferedImage image(String id) {
        JsonNode face = entry(id);
        JsonNode crop = face.get("crop");
        return whole(face)
                .getSubimage(
                        crop.get("x").intValue(),
                        crop.get("y").intValue(),
                        crop.get("width").intValue(),
                        crop.get("height").intValue());
    }

    /** The whole photograph that a face is cut from, with everybody in it. */
    public static Picture whole(String id) {
        return picture(whole(entry(id)));
    }

    public static Picture picture(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    private static BufferedImage whole(JsonNode face) {
        Path file = PACKAGES.resolve(face.get("package").textValue())
                .resolve(face.get("file").textValue());
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Json.sha256(bytes).equals(face.get("sha256").textValue())) {
                throw new IllegalStateException(file + " is not the photograph that the list names");
            }
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode entry(String id) {
        return StreamSupport.stream(list().spliterator(), false)
                .filter(face -> face.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode list() {
        try (InputStream in = Photographs.class.getResourceAsStream("/faces.json")) {
            return JsonMapper.builder().build().readTree(in).get("faces");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
