package dev.callsheet.chaos.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.chaos.check.Snapshot.Note;
import dev.callsheet.chaos.check.Snapshot.StoredObject;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.StackFailure;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All objects in the bucket, each read as a whole. */
final class Shelves {
    private final MinioClient client;
    private final String bucket;

    Shelves(ObjectStoreKeys keys) {
        client = MinioClient.builder()
                .endpoint(keys.endpoint())
                .credentials(keys.accessKey(), keys.secretKey())
                .build();
        bucket = keys.bucket();
    }

    Map<String, StoredObject> read() {
        try {
            Map<String, StoredObject> objects = new HashMap<>();
            var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
            for (Result<Item> item : client.listObjects(all)) {
                String key = item.get().objectName();
                objects.put(key, object(key));
            }
            return objects;
        } catch (MinioException | GeneralSecurityException | IOException e) {
            throw new StackFailure("the object store cannot be read: " + e.getMessage(), e);
        }
    }

    private StoredObject object(String key) throws MinioException, GeneralSecurityException, IOException {
        var which = GetObjectArgs.builder().bucket(bucket).object(key).build();
        try (InputStream in = client.getObject(which)) {
            byte[] bytes = in.readAllBytes();
            return new StoredObject(
                    bytes.length,
                    Json.sha256(bytes),
                    Json.sha256(Unmarked.of(bytes)),
                    key.endsWith("/manifest.json") ? note(bytes) : null);
        }
    }

    /** Null for something that is no manifest. */
    private static @Nullable Note note(byte[] bytes) {
        try {
            JsonNode manifest = Json.read(bytes);
            return new Note(
                    UUID.fromString(manifest.path("takeId").asText()),
                    manifest.at("/clip/sha256").asText(),
                    manifest.at("/clip/bytes").asLong(-1),
                    manifest.path("providerId").asText(),
                    manifest.path("costMicros").asLong(-1));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            return null;
        }
    }
}
