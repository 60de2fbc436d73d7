package dev.callsheet.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The few S3 calls that a stack needs before its services run: make the bucket, put a file, look at one. */
public final class ObjectStoreClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ObjectStoreKeys keys;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    public ObjectStoreClient(ObjectStoreKeys keys) {
        this.keys = keys;
    }

    /** Makes the bucket unless it is there. */
    public void createBucket() {
        int status = send("PUT", "", "application/octet-stream", new byte[0]).statusCode();
        if (status != 200 && status != 409) {
            throw new StackFailure("the bucket " + keys.bucket() + " cannot be made: the store answered " + status);
        }
    }

    /** Stores a file; returns its address as {@code s3://bucket/key}. */
    public String put(String key, String contentType, byte[] content) {
        int status = send("PUT", "/" + key, contentType, content).statusCode();
        if (status != 200) {
            throw new StackFailure(key + " cannot be stored: the store answered " + status);
        }
        return "s3://" + keys.bucket() + "/" + key;
    }

    /** A file's size in bytes; -1 if there is none. */
    public long size(String key) {
        HttpResponse<byte[]> answer = send("HEAD", "/" + key, "application/octet-stream", new byte[0]);
        return answer.statusCode() == 200
                ? answer.headers().firstValueAsLong("content-length").orElse(-1)
                : -1;
    }

    /** A file. */
    public byte[] get(String key) {
        HttpResponse<byte[]> answer = send("GET", "/" + key, "application/octet-stream", new byte[0]);
        if (answer.statusCode() != 200) {
            throw new StackFailure(key + " cannot be read: the store answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<byte[]> send(String method, String key, String contentType, byte[] body) {
        URI address = URI.create(keys.endpoint() + "/" + keys.bucket() + key);
        var request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        Signature.headers(keys, method, address, body, Instant.now()).forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new StackFailure("the object store at " + keys.endpoint() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while talking to the object store", e);
        }
    }
}
