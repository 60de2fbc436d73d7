package dev.callsheet.requestapi.outbound;

import dev.callsheet.contracts.TenantId;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Links to stored objects that work for a short time without a key. They are signed here for the store's public
 * address; the store itself is not asked.
 */
@ApplicationScoped
public class StoredObjects {
    private static final Logger LOG = Logger.getLogger(StoredObjects.class);

    private final MinioClient signer;
    private final String bucket;
    private final Duration lifetime;

    StoredObjects(
            @ConfigProperty(name = "callsheet.store.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "callsheet.store.bucket") String bucket,
            @ConfigProperty(name = "callsheet.store.region") String region,
            @ConfigProperty(name = "callsheet.store.link-lifetime") Duration lifetime,
            @ConfigProperty(name = "quarkus.minio.host") String host,
            @ConfigProperty(name = "quarkus.minio.port") int port,
            @ConfigProperty(name = "quarkus.minio.secure") boolean secure,
            @ConfigProperty(name = "quarkus.minio.access-key") String accessKey,
            @ConfigProperty(name = "quarkus.minio.secret-key") String secretKey) {
        String inner = host.contains("://") ? host : (secure ? "https://" : "http://") + host;
        this.signer = MinioClient.builder()
                .endpoint(publicUrl.orElse(inner + ":" + port))
                .credentials(accessKey, secretKey)
                .region(region)
                .build();
        this.bucket = bucket;
        this.lifetime = lifetime;
    }

    /** How long a link works. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A link to download {@code s3://bucket/key}; null for an address that is not this tenant's in our bucket. */
    public @Nullable String link(TenantId tenant, String uri) {
        String prefix = "s3://" + bucket + "/";
        if (!uri.startsWith(prefix + "tenant/" + tenant + "/")) {
            return null;
        }
        String key = uri.substring(prefix.length());
        String name = key.substring(key.lastIndexOf('/') + 1);
        try {
            return signer.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Method.GET)
                    .bucket(bucket)
                    .object(key)
                    .expiry((int) lifetime.toSeconds())
                    .extraQueryParams(Map.of("response-content-disposition", "attachment; filename=\"" + name + "\""))
                    .build());
        } catch (MinioException | IOException | GeneralSecurityException e) {
            LOG.warnf("no link could be signed: %s", e.getMessage());
            return null;
        }
    }
}
