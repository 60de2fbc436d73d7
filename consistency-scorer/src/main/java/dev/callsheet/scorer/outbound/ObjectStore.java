package dev.callsheet.scorer.outbound;

import dev.callsheet.corridor.metrics.Calls;
import dev.callsheet.corridor.metrics.Labels;
import dev.callsheet.decoder.NotDecodable;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Our bucket: clips and references in, reports, evidence and sealed objects out. Thread-safe. */
@ApplicationScoped
public class ObjectStore {
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchBucket");

    private static final long CONNECT_MILLIS = 5_000;
    private static final long TRANSFER_MILLIS = 30_000;

    private final MinioClient client;
    private final String bucket;
    private final Calls calls;

    ObjectStore(
            MinioClient client,
            OpenTelemetry telemetry,
            @ConfigProperty(name = "callsheet.store.bucket", defaultValue = "callsheet") String bucket) {
        // The client's own limits are five minutes each: too long to notice a store that hangs.
        client.setTimeout(CONNECT_MILLIS, TRANSFER_MILLIS, TRANSFER_MILLIS);
        this.client = client;
        this.bucket = bucket;
        this.calls = Calls.ofStore(Labels.meter(telemetry));
    }

    /**
     * The key of an address {@code s3://bucket/key} of this tenant.
     *
     * @throws NotDecodable if it is another kind of address, or not the tenant's
     */
    public String key(String address, String tenant) {
        String ours = "s3://" + bucket + "/";
        if (!address.startsWith(ours)) {
            throw new NotDecodable("not in our store; expected an address that begins with " + ours);
        }
        String key = address.substring(ours.length());
        if (!key.startsWith("tenant/" + tenant + "/") || key.contains("/../")) {
            throw new NotDecodable("not among the files of tenant " + tenant);
        }
        return key;
    }

    public String address(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /**
     * Copies an object into a file; gives its SHA-256 in lower-case hexadecimal.
     *
     * @throws NotDecodable if there is no such object or it is larger than that many bytes
     * @throws StoreAway if the store does not answer
     */
    public String fetch(String key, long mostBytes, Path file) {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try (InputStream in = client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build());
                OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            try (DigestOutputStream hashed = new DigestOutputStream(out, digest)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    total += n;
                    if (total > mostBytes) {
                        throw new NotDecodable("larger than " + (mostBytes >> 20) + " MiB");
                    }
                    hashed.write(buffer, 0, n);
                }
            }
            outcome = Calls.OK;
            return HexFormat.of().formatHex(digest.digest());
        } catch (ErrorResponseException e) {
            if (ABSENT.contains(e.errorResponse().code())) {
                outcome = Calls.ABSENT;
                throw new NotDecodable("there is no such object in the store", e);
            }
            throw new StoreAway("the object store refused to give " + key, e);
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw new StoreAway("the object store did not give " + key, e);
        } finally {
            calls.ended("get", outcome, began);
        }
    }

    /** Stores an object; a repeat replaces it. @throws StoreAway if the store does not take it */
    public void put(String key, byte[] content, String contentType) {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try {
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(contentType).stream(
                            new ByteArrayInputStream(content), content.length, -1)
                    .build());
            outcome = Calls.OK;
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw new StoreAway("the object store did not take " + key, e);
        } finally {
            calls.ended("put", outcome, began);
        }
    }

    /** A small object, cut off beyond that many bytes. @throws StoreAway if the store does not answer */
    public Optional<byte[]> get(String key, int mostBytes) {
        return get(GetObjectArgs.builder().bucket(bucket).object(key).build(), mostBytes);
    }

    /** The first bytes of an object, as many as there are. @throws StoreAway if the store does not answer */
    public Optional<byte[]> head(String key, int bytes) {
        return get(
                GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(0L)
                        .length((long) bytes)
                        .build(),
                bytes);
    }

    private Optional<byte[]> get(GetObjectArgs which, int mostBytes) {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try (InputStream in = client.getObject(which)) {
            Optional<byte[]> found = Optional.of(in.readNBytes(mostBytes));
            outcome = Calls.OK;
            return found;
        } catch (ErrorResponseException e) {
            if (ABSENT.contains(e.errorResponse().code())) {
                outcome = Calls.ABSENT;
                return Optional.empty();
            }
            throw new StoreAway("the object store refused to give " + which.object(), e);
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw new StoreAway("the object store did not give " + which.object(), e);
        } finally {
            calls.ended("get", outcome, began);
        }
    }

    /** An object as a list has it. @param etag changes with the content */
    public record Listed(String key, String etag) {}

    /** All objects whose keys begin so, by key. @throws StoreAway if the store does not answer */
    public List<Listed> list(String prefix) {
        List<Listed> found = new ArrayList<>();
        each(prefix, found::add);
        return found;
    }

    /** Visits them page by page, by key: as many as there may be. @throws StoreAway if the store does not answer */
    public void each(String prefix, Consumer<Listed> visitor) {
        items(prefix, true, item -> visitor.accept(new Listed(item.objectName(), item.etag())));
    }

    /** The folders right below a prefix, each with a slash at its end. @throws StoreAway if the store does not answer */
    public List<String> folders(String prefix) {
        List<String> found = new ArrayList<>();
        items(prefix, false, item -> {
            if (item.isDir()) {
                found.add(item.objectName());
            }
        });
        return found;
    }

    private void items(String prefix, boolean recursive, Consumer<Item> visitor) {
        var pages = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(recursive)
                .build());
        for (Result<Item> result : pages) {
            Item item;
            try {
                item = result.get();
            } catch (MinioException | IOException | GeneralSecurityException e) {
                throw new StoreAway("the object store did not list " + prefix, e);
            }
            visitor.accept(item);
        }
    }

    /** Deletes an object; one that is not there is no failure. @throws StoreAway if the store does not answer */
    public void delete(String key) {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            outcome = Calls.OK;
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw new StoreAway("the object store did not delete " + key, e);
        } finally {
            calls.ended("delete", outcome, began);
        }
    }

    /** Deletes all objects whose keys begin so; gives how many. @throws StoreAway if the store does not answer */
    public int deleteAll(String prefix) {
        List<Listed> found = list(prefix);
        found.forEach(listed -> delete(listed.key()));
        return found.size();
    }

    public boolean reachable() {
        try {
            return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
        } catch (MinioException | IOException | GeneralSecurityException _) {
            return false;
        }
    }
}
