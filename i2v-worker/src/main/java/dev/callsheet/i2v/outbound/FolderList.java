package dev.callsheet.i2v.outbound;

import dev.callsheet.i2v.domain.Folder;
import dev.callsheet.i2v.domain.FolderSplit;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lists the pictures of a folder. Thread-safe. */
@ApplicationScoped
public class FolderList {
    private final MinioClient client;
    private final String bucket;

    FolderList(MinioClient client, @ConfigProperty(name = "callsheet.store.bucket") String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    public String bucket() {
        return bucket;
    }

    /**
     * Keys of its pictures, without those in folders below.
     *
     * @param most enough to know that there are too many: no more are listed
     * @throws IOException if the store is away
     */
    public List<String> pictures(Folder folder, int most) throws IOException {
        List<String> keys = new ArrayList<>();
        Iterable<Result<Item>> listing = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(folder.prefix())
                .recursive(false)
                .build());
        try {
            for (Result<Item> result : listing) {
                Item item = result.get();
                if (!item.isDir() && FolderSplit.isPicture(item.objectName())) {
                    keys.add(item.objectName());
                    if (keys.size() == most) {
                        return keys;
                    }
                }
            }
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("object store: " + e.getMessage(), e);
        }
        return keys;
    }
}
