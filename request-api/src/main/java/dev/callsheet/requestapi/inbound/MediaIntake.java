package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFile;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.Fetched;
import dev.callsheet.media.door.Wanted;
import dev.callsheet.requestapi.domain.MediaAsk;
import dev.callsheet.requestapi.domain.MediaEntry;
import dev.callsheet.requestapi.domain.MediaEntry.State;
import dev.callsheet.requestapi.outbound.MediaStore;
import dev.callsheet.requestapi.outbound.MediaTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Takes media in. Whatever way the bytes come, they are held to what was said of them, looked into and stripped before they
 * get the address that requests may name; that address hangs on the content, and nobody else can write there.
 */
@ApplicationScoped
class MediaIntake {
    private final MediaTable table;
    private final MediaStore store;
    private final Door door;
    private final MediaSettings settings;
    /** Slow servers of tenants must not keep uploads waiting. */
    private final Semaphore fetches;

    private final Semaphore looks;

    MediaIntake(MediaTable table, MediaStore store, Door door, MediaSettings settings) {
        this.table = table;
        this.store = store;
        this.door = door;
        this.settings = settings;
        this.fetches = new Semaphore(settings.parallel());
        this.looks = new Semaphore(settings.parallel());
    }

    /** @return the entry as it stands: ready if the same content was brought before */
    MediaEntry grant(TenantId tenant, MediaAsk.Grant ask) throws IOException {
        Instant now = Instant.now();
        for (MediaEntry old : table.expired(tenant, now)) {
            store.remove(old.uploadKey());
            table.forget(old);
        }
        table.keep(MediaEntry.granted(
                tenant, ask.name(), ask.format(), ask.bytes(), ask.sha256(), now.plus(settings.grantLifetime())));
        return find(
                tenant,
                MediaEntry.granted(tenant, null, ask.format(), 1, ask.sha256(), now)
                        .id());
    }

    /** Reads an address of the tenant's. @throws MediaRefused if it cannot be read, or is not what a model reads */
    MediaEntry fetch(TenantId tenant, MediaAsk.Fetch ask) throws IOException {
        return inPlace(fetches, file -> {
            Fetched fetched = door.fetch(ask.uri(), new Wanted(MediaAsk.MOST_BYTES), file);
            MediaEntry entry = MediaEntry.granted(
                    tenant, ask.name(), fetched.format(), fetched.bytes(), fetched.sha256(), Instant.now());
            MediaEntry known = table.find(tenant, entry.id()).orElse(entry);
            return known.state() == State.READY ? known : settled(entry, file);
        });
    }

    /** Looks at what was uploaded. A repeat changes nothing. @throws ProblemException if nothing was */
    MediaEntry complete(TenantId tenant, UUID id) throws IOException {
        MediaEntry entry = find(tenant, id);
        if (entry.state() == State.READY) {
            return entry;
        }
        long size = store.size(entry.uploadKey()).orElse(-1);
        if (size < 0) {
            if (entry.state() == State.REFUSED) {
                return entry;
            }
            throw MediaProblems.notUploaded(entry);
        }
        if (size != entry.bytes()) {
            return refused(entry, "found " + size + " bytes; granted were " + entry.bytes());
        }
        return inPlace(looks, file -> {
            if (!store.load(entry.uploadKey(), file)) {
                return find(tenant, id);
            }
            String sha256 = sha256(file);
            if (!sha256.equals(entry.sha256())) {
                return refused(entry, "found the SHA-256 " + sha256 + "; granted was " + entry.sha256());
            }
            try {
                return settled(entry, file);
            } catch (MediaRefused e) {
                return refused(entry, e.code(), String.valueOf(e.getMessage()));
            }
        });
    }

    /** @throws ProblemException if the tenant has no such medium */
    MediaEntry find(TenantId tenant, UUID id) {
        return table.find(tenant, id).orElseThrow(MediaProblems::unknown);
    }

    private MediaEntry settled(MediaEntry entry, Path file) throws IOException {
        MediaFacts came = MediaFile.facts(file);
        if (came.format() != entry.format()) {
            throw MediaRefused.mismatch("found " + came.format().type() + "; stated was "
                    + entry.format().type());
        }
        MediaFile.strip(file);
        MediaEntry ready = entry.ready(MediaFile.facts(file), sha256(file));
        store.store(ready.key(), ready.format().type(), file);
        table.keep(ready);
        store.remove(entry.uploadKey());
        return ready;
    }

    private MediaEntry refused(MediaEntry entry, String reason) throws IOException {
        return refused(entry, MediaRefused.MISMATCH, reason);
    }

    private MediaEntry refused(MediaEntry entry, String code, String reason) throws IOException {
        MediaEntry refused = entry.refused(code, reason);
        table.keep(refused);
        store.remove(entry.uploadKey());
        return refused;
    }

    @FunctionalInterface
    private interface Work {
        MediaEntry on(Path file) throws IOException;
    }

    private static MediaEntry inPlace(Semaphore places, Work work) throws IOException {
        if (!places.tryAcquire()) {
            throw MediaProblems.busy();
        }
        @Nullable Path file = null;
        try {
            file = Files.createTempFile("medium", "");
            return work.on(file);
        } finally {
            places.release();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
