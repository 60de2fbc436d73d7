package dev.callsheet.render.outbound;

import dev.callsheet.corridor.metrics.Calls;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;

/** The store behind any S3 server. */
public final class MinioStore implements ClipStore {
    private static final long PART_BYTES = 5 << 20;

    private final MinioClient client;
    private final String bucket;
    private final Calls calls;

    public MinioStore(MinioClient client, String bucket) {
        this(client, bucket, Calls.UNMEASURED);
    }

    /** @param calls notes how long each took */
    public MinioStore(MinioClient client, String bucket, Calls calls) {
        this.client = client;
        this.bucket = bucket;
        this.calls = calls;
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public void put(String key, String contentType, long length, InputStream content) throws IOException {
        call(
                "put",
                key,
                () -> client.putObject(
                        PutObjectArgs.builder().bucket(bucket).object(key).contentType(contentType).stream(
                                        content, length, length < 0 ? PART_BYTES : -1)
                                .build()));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return call(
                "get",
                key,
                () -> client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public long size(String key) throws IOException {
        return call(
                "head",
                key,
                () -> client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build())
                        .size());
    }

    @Override
    public boolean ready() {
        try {
            return call(
                    "head",
                    "",
                    () -> client.bucketExists(
                            BucketExistsArgs.builder().bucket(bucket).build()));
        } catch (IOException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws MinioException, GeneralSecurityException, IOException;
    }

    private <T> T call(String operation, String key, Call<T> call) throws IOException {
        long began = System.nanoTime();
        String outcome = Calls.FAILED;
        try {
            T result = call.make();
            outcome = Calls.OK;
            return result;
        } catch (ErrorResponseException e) {
            String code = e.errorResponse().code();
            if (code.equals("NoSuchKey") || code.equals("NoSuchBucket")) {
                outcome = Calls.ABSENT;
                throw new NoSuchFileException(key);
            }
            throw new IOException("object store: " + code, e);
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("object store: " + e.getMessage(), e);
        } finally {
            calls.ended(operation, outcome, began);
        }
    }
}
