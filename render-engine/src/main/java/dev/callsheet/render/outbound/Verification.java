package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.render.outbound.ClipRecords.ClipRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds stored clips and their manifests against what the tables say of them. Reads in bounded memory. */
public final class Verification {
    private static final int MOST_MANIFEST_BYTES = 4 << 20;

    private final ClipRecords records;
    private final ClipStore store;

    public Verification(ClipRecords records, ClipStore store) {
        this.records = records;
        this.store = store;
    }

    /** @param ok null if it could not be said, which is no failure */
    public record Check(String name, @Nullable Boolean ok, String detail) {}

    /** @param clip where it is stored; null for a take without one @param ok whether no check has failed */
    public record Verified(
            UUID takeId,
            UUID requestId,
            int attempt,
            String state,
            @Nullable String clip,
            boolean ok,
            List<Check> checks) {}

    /** All takes of a request, or the one take of that id; empty if neither is known. @throws IOException store away */
    public List<Verified> verify(UUID id) throws SQLException, IOException {
        List<Verified> verified = new ArrayList<>();
        for (ClipRecord found : records.find(id)) {
            verified.add(verify(found));
        }
        return verified;
    }

    private Verified verify(ClipRecord found) throws IOException {
        Fact.Clip clip = found.clip();
        if (clip == null) {
            return new Verified(
                    found.takeId(), found.requestId(), found.attempt(), found.state(), null, true, List.of());
        }
        var checks = new Checks();
        String key = key(clip.uri()).replaceFirst("[^/]+$", Manifest.NAME);
        JsonNode manifest = manifest(key, checks);
        Optional<StoredFile> file = file(clip, manifest, checks);
        if (!manifest.isMissingNode()) {
            manifest(found, clip, manifest, checks);
            var provenance = new ProvenanceChecks(found, manifest, "s3://" + store.bucket() + "/" + key, checks);
            file.ifPresent(provenance::file);
            provenance.notes();
        }
        checks.equal("settled once", 1, found.settlements());
        checks.equal("settled what was quoted", found.quotedMicros(), found.settledMicros());
        return new Verified(
                found.takeId(),
                found.requestId(),
                found.attempt(),
                found.state(),
                clip.uri(),
                checks.passed(),
                checks.all());
    }

    /** Empty if there is none. */
    private Optional<StoredFile> file(Fact.Clip clip, JsonNode manifest, Checks checks) throws IOException {
        StoredFile file;
        try (InputStream content = store.open(key(clip.uri()))) {
            file = StoredFile.read(content, ProvenanceChecks.renderedBytes(manifest));
        } catch (NoSuchFileException e) {
            checks.failed("clip is there", "there is no object " + clip.uri());
            return Optional.empty();
        }
        checks.equal("clip length", clip.bytes(), file.bytes());
        checks.equal("clip SHA-256", clip.sha256(), file.sha256());
        checks.add(
                "clip is a whole MP4",
                file.movie().isPresent(),
                file.movie()
                        .map(movie -> movie.width() + " x " + movie.height() + ", "
                                + String.format(java.util.Locale.ROOT, "%.1f s", movie.seconds()))
                        .orElse("boxes or picture track are missing"));
        return Optional.of(file);
    }

    /** Missing if there is none that can be read. */
    private JsonNode manifest(String key, Checks checks) throws IOException {
        try (InputStream content = store.open(key)) {
            return Json.read(content.readNBytes(MOST_MANIFEST_BYTES));
        } catch (NoSuchFileException e) {
            checks.failed("manifest is there", "there is no object " + key);
        } catch (UnreadableEvent e) {
            checks.failed("manifest is readable", e.getMessage());
        }
        return MissingNode.getInstance();
    }

    private void manifest(ClipRecord found, Fact.Clip clip, JsonNode manifest, Checks checks) throws IOException {
        checks.equal("manifest: take", found.takeId(), manifest.path("takeId").asText());
        checks.equal(
                "manifest: request",
                found.requestId(),
                manifest.path("requestId").asText());
        checks.equal("manifest: tenant", found.tenant(), manifest.path("tenant").asText());
        checks.equal(
                "manifest: clip SHA-256",
                clip.sha256(),
                manifest.path("clip").path("sha256").asText());
        checks.equal(
                "manifest: clip length",
                clip.bytes(),
                manifest.path("clip").path("bytes").asLong());
        checks.equal(
                "manifest: cost as in the ledger",
                found.settledMicros(),
                manifest.path("costMicros").asLong());
        checks.equal(
                "manifest: provider id",
                found.providerId(),
                manifest.path("providerId").asText());
        checks.equal("manifest: seed", found.seed(), manifest.path("seed").asLong());
        checks.equal(
                "manifest: prompt SHA-256",
                found.promptSha256(),
                manifest.path("promptSha256").asText());
        checks.equal("manifest: model", found.model(), manifest.path("model").asText());
        int number = 1;
        for (JsonNode input : manifest.path("inputs")) {
            input("manifest: input " + number++, input, checks);
        }
    }

    /** Only our own objects can be read again; a partner's address may hold something else by now. */
    private void input(String name, JsonNode input, Checks checks) throws IOException {
        String uri = input.path("uri").asText();
        String expected = input.path("sha256").asText("");
        if (expected.isEmpty() || !uri.matches("s3://" + store.bucket() + "/\\S+")) {
            checks.unsaid(name, "not an object of ours");
            return;
        }
        try (DigestInputStream content = Sha256.of(store.open(key(uri)))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            checks.equal(name, expected, Sha256.hex(content));
        } catch (NoSuchFileException e) {
            checks.unsaid(name, "the object is there no longer");
        }
    }

    private String key(String uri) {
        return uri.substring(("s3://" + store.bucket() + "/").length());
    }
}
