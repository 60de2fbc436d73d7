package dev.callsheet.render.outbound;

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

    public MinioStore(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public void put(String key, String contentType, long length, InputStream content) throws IOException {
        call(
                key,
                () -> client.putObject(
                        PutObjectArgs.builder().bucket(bucket).object(key).contentType(contentType).stream(
                                        content, length, length < 0 ? PART_BYTES : -1)
                                .build()));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return call(
                key,
                () -> client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public long size(String key) throws IOException {
        return call(
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

    private static <T> T call(String key, Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (ErrorResponseException e) {
            String code = e.errorResponse().code();
            if (code.equals("NoSuchKey") || code.equals("NoSuchBucket")) {
                throw new NoSuchFileException(key);
            }
            throw new IOException("object store: " + code, e);
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("object store: " + e.getMessage(), e);
        }
    }
}
