package dev.callsheet.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as a tar holds it.
 *
 * @param config the image's configuration
 * @param layers from the base upwards: the files by path, with their entries
 */
record ImageTar(JsonNode config, List<Map<String, TarArchiveEntry>> layers) {
    static ImageTar read(Path file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                var tar = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                parts.put(entry.getName(), tar.readAllBytes());
            }
        }
        JsonNode manifest = Json.readList(parts.get("manifest.json")).get(0);
        List<Map<String, TarArchiveEntry>> layers = new ArrayList<>();
        manifest.get("Layers").forEach(layer -> layers.add(layer(parts.get(layer.asText()))));
        return new ImageTar(Json.read(parts.get(manifest.get("Config").asText())), layers);
    }

    private static Map<String, TarArchiveEntry> layer(byte[] zipped) {
        Map<String, TarArchiveEntry> files = new HashMap<>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(zipped)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put("/" + entry.getName(), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
