package dev.callsheet.render.outbound;

import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import io.minio.MinioClient;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MinioStoreIT extends ClipStoreContract {
    private static RealParts parts;
    private static MinioStore store;

    @BeforeAll
    static void startStore() {
        parts = RealParts.start(EnumSet.of(RealPart.OBJECT_STORE), Schema.I2V);
        Map<String, String> properties = parts.properties();
        MinioClient client = MinioClient.builder()
                .endpoint(properties.get("quarkus.minio.host") + ":" + properties.get("quarkus.minio.port"))
                .credentials(properties.get("quarkus.minio.access-key"), properties.get("quarkus.minio.secret-key"))
                .build();
        store = new MinioStore(client, properties.get("callsheet.store.bucket"));
    }

    @AfterAll
    static void stopStore() {
        parts.close();
    }

    @Override
    protected ClipStore store() {
        return store;
    }
}
