package dev.callsheet.requestapi.outbound;

import dev.callsheet.corridor.metrics.Calls;
import dev.callsheet.corridor.metrics.Labels;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The objects of media: where they are uploaded to, and where they stay. Thread-safe. */
@ApplicationScoped
public class MediaStore {
    private final MinioClient client;
    private final Calls calls;
    private final MediaSignature signature;
    private final String bucket;

    MediaStore(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "callsheet.store.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "callsheet.store.bucket") String bucket,
            @ConfigProperty(name = "callsheet.store.region") String region,
            @ConfigProperty(name = "quarkus.minio.host") String host,
            @ConfigProperty(name = "quarkus.minio.port") int port,
            @ConfigProperty(name = "quarkus.minio.secure") boolean secure,
            @ConfigProperty(name = "quarkus.minio.access-key") String accessKey,
            @ConfigProperty(name = "quarkus.minio.secret-key") String secretKey) {
        String inner = (host.contains("://") ? host : (secure ? "https://" : "http://") + host) + ":" + port;
        this.calls = Calls.ofStore(Labels.meter(telemetry));
        this.client = MinioClient.builder()
                .endpoint(inner)
                .credentials(accessKey, secretKey)
                .region(region)
                .build();
        String outer = publicUrl.orElse(inner);
        this.signature = new MediaSignature(
                outer.endsWith("/") ? outer.substring(0, outer.length() - 1) : outer, region, accessKey, secretKey);
        this.bucket = bucket;
    }

    /** The address of an object, as requests name it. */
    public String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /** Where to PUT an object; holds for exactly these headers. */
    public String uploadUrl(String key, Map<String, String> headers, Duration lifetime) {
        return signature.put(bucket, key, headers, lifetime, Instant.now());
    }

    /** Size in bytes; empty if there is no such object. */
    public OptionalLong size(String key) throws IOException {
        return call(
                        "head",
                        () -> OptionalLong.of(client.statObject(StatObjectArgs.builder()
                                        .bucket(bucket)
                                        .object(key)
                                        .build())
                                .size()))
                .orElse(OptionalLong.empty());
    }

    /** Copies an object into a file. @return false if there is no such object */
    public boolean load(String key, Path file) throws IOException {
        return call("get", () -> {
                    try (InputStream in = client.getObject(
                            GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                        Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        return true;
                    }
                })
                .orElse(false);
    }

    /** Writes an object. */
    public void store(String key, String type, Path file) throws IOException {
        call(
                "put",
                () -> client.uploadObject(UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .filename(file.toString())
                        .contentType(type)
                        .build()));
    }

    /** Removes an object, if there is one. */
    public void remove(String key) throws IOException {
        call("delete", () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        });
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws MinioException, GeneralSecurityException, IOException;
    }

    private <T> Optional<T> call(String operation, Call<T> call) throws IOException {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try {
            Optional<T> result = Optional.of(call.make());
            outcome = Calls.OK;
            return result;
        } catch (ErrorResponseException e) {
            if (e.errorResponse().code().equals("NoSuchKey")) {
                outcome = Calls.ABSENT;
                return Optional.empty();
            }
            throw new IOException("object store: " + e.errorResponse().code(), e);
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("object store: " + e.getMessage(), e);
        } finally {
            calls.ended(operation, outcome, began);
        }
    }
}
