package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.media.door.Door;
import dev.callsheet.render.domain.Address;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Pictures.Fitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Brings the inputs of a take to where the provider can read them. Thread-safe. */
public final class Inputs {
    private final RenderProvider provider;
    private final Materials materials;
    private final VoicedPictures voiced;
    private final Pictures pictures = new Pictures();
    /** One picture in memory at a time. */
    private final Semaphore easel = new Semaphore(1);

    public Inputs(ClipStore store, RenderProvider provider, Door door, VoiceClips voices) {
        this.provider = provider;
        this.materials = new Materials(store, door);
        this.voiced = new VoicedPictures(provider, materials, voices, this::fitted);
    }

    /**
     * Prepares each input once, in order.
     *
     * @param repaired addresses of pictures that the provider must not read as they are
     * @throws Unrenderable if an input can never be used
     * @throws IOException if it may go well later
     */
    public List<PreparedInput> prepare(List<Draft.Input> inputs, TenantId tenant, Set<String> repaired)
            throws IOException {
        Map<String, PreparedInput> prepared = new LinkedHashMap<>();
        for (Draft.Input input : inputs) {
            if (!prepared.containsKey(input.key())) {
                prepared.put(input.key(), prepare(input, tenant, repaired.contains(input.uri())));
            }
        }
        return new ArrayList<>(prepared.values());
    }

    private PreparedInput prepare(Draft.Input input, TenantId tenant, boolean repaired) throws IOException {
        if (input.voice() != null) {
            return voiced.prepare(input, input.voice(), tenant);
        }
        if (!repaired && materials.address(input.uri(), tenant) instanceof Address.Public(var uri)) {
            return new PreparedInput(uri, uri, null, List.of());
        }
        try (Material material = materials.open(input.uri(), input.type(), tenant)) {
            return upload(input, material);
        } catch (NoSuchFileException e) {
            throw new Unrenderable("MEDIA_UNREACHABLE", "media uri '" + input.uri() + "': there is no such object");
        }
    }

    private PreparedInput upload(Draft.Input input, Material material) throws IOException {
        MediaFormat format = Materials.format(material, input.uri(), input.type());
        if (!format.picture()) {
            String address = provider.upload(format, material.size(), material::open);
            return new PreparedInput(input.uri(), address, material.sha256(), List.of());
        }
        return fitted(material, input.uri(), (fitted, sha256) -> {
            String address = provider.upload(
                    fitted.format(), fitted.bytes().length, () -> new ByteArrayInputStream(fitted.bytes()));
            return new PreparedInput(input.uri(), address, sha256, fitted.repairs());
        });
    }

    /** What is done with a picture that fits. */
    @FunctionalInterface
    interface Use {
        PreparedInput of(Fitted fitted, String sha256) throws IOException;
    }

    private PreparedInput fitted(Material material, String uri, Use use) throws IOException {
        MediaFormat format = Materials.format(material, uri, MediumType.IMAGE);
        easel.acquireUninterruptibly();
        try {
            byte[] bytes;
            try (InputStream content = material.open()) {
                bytes = content.readNBytes((int) Materials.MOST_PICTURE_BYTES);
            }
            return use.of(pictures.fit(bytes, format), Json.sha256(bytes));
        } finally {
            easel.release();
        }
    }
}
