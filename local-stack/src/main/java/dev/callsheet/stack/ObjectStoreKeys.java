package dev.callsheet.stack;

/**
 * Where an S3 server is and who we are there.
 *
 * @param port on the loopback address
 */
public record ObjectStoreKeys(int port, String accessKey, String secretKey, String bucket) {
    /** The one bucket of the house. */
    public static final String BUCKET = "callsheet";

    /** What the local stack and the tests use. */
    public static ObjectStoreKeys local(int port) {
        return new ObjectStoreKeys(port, "callsheet", "callsheet-local-secret", BUCKET);
    }

    /** The server's address. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    java.util.Map<String, String> properties() {
        return java.util.Map.of(
                "quarkus.minio.host",
                "http://127.0.0.1",
                "quarkus.minio.port",
                Integer.toString(port),
                "quarkus.minio.secure",
                "false",
                "quarkus.minio.access-key",
                accessKey,
                "quarkus.minio.secret-key",
                secretKey,
                "callsheet.store.bucket",
                bucket);
    }
}
