package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links to what can be looked at, without a key until they expire.
 *
 * @param links by what they lead to, as {@code page}
 */
public record Evidence(Map<String, String> links) {
    private static final String SUFFIX = "Link";

    /** What this part of an answer links: its fields named {@code ...Link}. */
    public static Evidence of(JsonNode part) {
        Map<String, String> links = new LinkedHashMap<>();
        part.properties().forEach(field -> {
            String name = field.getKey();
            if (name.endsWith(SUFFIX) && field.getValue().isTextual()) {
                links.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        field.getValue().asText());
            }
        });
        return new Evidence(links);
    }

    /** Those of an answer's links that go by these names. */
    public static Evidence among(JsonNode all, String... names) {
        Map<String, String> links = new LinkedHashMap<>();
        for (String name : names) {
            if (all.path(name).isTextual()) {
                links.put(name, all.path(name).asText());
            }
        }
        return new Evidence(links);
    }

    /** As {@code page  http://...}, one a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        links.forEach((what, link) -> lines.add(line(what, link)));
        return lines;
    }

    /**
     * Fetches all of it. What cannot be fetched is told and passed over: reports are deleted when a consent is withdrawn.
     *
     * @param folder made if it is not there
     * @throws StackFailure if a file cannot be written
     */
    public Saved save(Web web, Path folder) {
        List<String> lines = new ArrayList<>();
        boolean all = true;
        for (Map.Entry<String, String> link : links.entrySet()) {
            try {
                lines.add(line("wrote", save(web, folder, link.getValue()).toString()));
            } catch (Unfetched e) {
                all = false;
                lines.add(line(link.getKey(), "NOT FETCHED: " + e.getMessage()));
            }
        }
        return new Saved(lines, all);
    }

    /** @param all whether nothing was passed over */
    public record Saved(List<String> lines, boolean all) {
        public Saved {
            lines = List.copyOf(lines);
        }
    }

    private static Path save(Web web, Path folder, String link) {
        byte[] content = web.download(link);
        String path = URI.create(link).getPath();
        Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
        try {
            Files.createDirectories(folder);
            return Files.write(file, content);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be written", e);
        }
    }

    private static String line(String what, String words) {
        return "%-7s %s".formatted(what, words);
    }
}
