package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings files of this machine to where requests may name them ({@code POST /v1/media}). */
public final class Uploads {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"));

    private final Web web;
    private final Ports ports;

    public Uploads(Web web, Ports ports) {
        this.web = web;
        this.ports = ports;
    }

    /**
     * The address of a medium.
     *
     * @param named a file, which is brought, or an address, which stays as it is
     * @throws StackFailure if the file cannot be read, or is refused, with the reason
     */
    public String address(String named) {
        return named.contains("://") ? named : bring(Path.of(named));
    }

    private String bring(Path file) {
        String type = type(file);
        byte[] content = read(file);
        Map<String, Object> wish =
                Map.of("name", name(file), "type", type, "bytes", content.length, "sha256", Json.sha256(content));
        String media = ports.url(Place.REQUEST_API) + "/v1/media";
        JsonNode granted =
                Patience.ask(() -> web.post(media, Json.write(wish), Map.of()).orThrow(file + " cannot be brought"));
        JsonNode medium = granted.has("upload") ? upload(file, granted, content) : granted;
        if (!medium.path("state").asText().equals("ready")) {
            throw new StackFailure(file + " is not taken: "
                    + medium.at("/refusal/code").asText("no code") + ", "
                    + medium.at("/refusal/reason").asText("no reason told"));
        }
        return medium.path("uri").asText();
    }

    private JsonNode upload(Path file, JsonNode granted, byte[] content) {
        JsonNode upload = granted.path("upload");
        Map<String, String> headers = new HashMap<>();
        upload.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        // The client counts for itself and refuses to be told.
        headers.remove("content-length");
        web.upload(upload.path("url").asText(), content, headers);
        String complete =
                ports.url(Place.REQUEST_API) + granted.at("/links/complete").asText();
        return Patience.ask(() -> web.post(complete, new byte[0], Map.of()).orThrow(file + " cannot be looked at"));
    }

    /** {@code image}, {@code video} or {@code audio}, by the end of its name; empty if that says nothing. */
    public static Optional<String> kind(String named) {
        return Optional.ofNullable(TYPES.get(ending(named))).map(type -> type.replaceFirst("/.*", ""));
    }

    private static String ending(String named) {
        return named.substring(named.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static String type(Path file) {
        String type = TYPES.get(ending(file.toString()));
        if (type == null) {
            throw new StackFailure(file + ": expected a file named ."
                    + String.join(", .", TYPES.keySet().stream().sorted().toList()));
        }
        return type;
    }

    /** The file's name as the desk takes it. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName()).replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        return name.substring(Math.max(0, name.length() - 100));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read", e);
        }
    }
}
