package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Unrenderable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Hands a picture over together with a voice: as one clip that shows the one and lets the other be heard. */
final class VoicedPictures {
    private final RenderProvider provider;
    private final Materials materials;
    private final VoiceClips voices;
    private final Fitting fitting;

    /** Makes a picture fit, one at a time. */
    @FunctionalInterface
    interface Fitting {
        PreparedInput fit(Material material, String uri, Inputs.Use use) throws IOException;
    }

    VoicedPictures(RenderProvider provider, Materials materials, VoiceClips voices, Fitting fitting) {
        this.provider = provider;
        this.materials = materials;
        this.voices = voices;
        this.fitting = fitting;
    }

    PreparedInput prepare(Draft.Input input, Draft.Voice voice, TenantId tenant) throws IOException {
        Path folder = Files.createTempDirectory("voice");
        try (Material picture = materials.open(input.uri(), MediumType.IMAGE, tenant);
                Material sample = materials.open(voice.uri(), MediumType.AUDIO, tenant)) {
            Path heard = sample(sample, voice.uri(), folder);
            return fitting.fit(picture, input.uri(), (fitted, _) -> {
                Path seen = folder.resolve("picture." + fitted.format().word());
                Files.write(seen, fitted.bytes());
                List<String> repairs = new ArrayList<>(fitted.repairs());
                VoiceClips.Film film = voices.film(seen, heard, voice.trim(), folder);
                repairs.addAll(film.repairs());
                return uploaded(input.key(), film.file(), repairs);
            });
        } catch (NoSuchFileException e) {
            throw new Unrenderable(
                    "MEDIA_UNREACHABLE",
                    "media uri '" + Materials.shown(input.uri()) + "' or its voice: there is no such object");
        } finally {
            remove(folder);
        }
    }

    private static Path sample(Material sample, String uri, Path folder) throws IOException {
        MediaFormat format = Materials.format(sample, uri, MediumType.AUDIO);
        Path heard = folder.resolve("voice." + format.word());
        try (InputStream content = sample.open()) {
            Files.copy(content, heard);
        }
        return heard;
    }

    private PreparedInput uploaded(String key, Path film, List<String> repairs) throws IOException {
        String address = provider.upload(MediaFormat.MP4, Files.size(film), () -> Files.newInputStream(film));
        try (var content = Sha256.of(Files.newInputStream(film))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return new PreparedInput(key, address, Sha256.hex(content), repairs);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
