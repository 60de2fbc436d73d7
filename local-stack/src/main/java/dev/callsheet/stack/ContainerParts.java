package dev.callsheet.stack;

import dev.callsheet.contracts.TenantId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same parts as containers, for machines with a Docker engine. */
final class ContainerParts {
    private static final String KAFKA = "apache/kafka-native:4.1.1";
    private static final String POSTGRES = "postgres:18";
    /** The same server as the local one, so that both refuse the same things. */
    private static final String OBJECT_STORE = "andrewgaul/s3proxy:s3proxy-4.1.0";

    private static final int OBJECT_STORE_PORT = 80;

    private ContainerParts() {}

    private record Running(GenericContainer<?> container, Map<String, String> properties) implements RunningPart {
        @Override
        public void close() {
            container.stop();
        }
    }

    static RunningPart kafka(List<TenantId> tenants) {
        var kafka =
                new KafkaContainer(DockerImageName.parse(KAFKA)).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        CorridorTopics.create(kafka.getBootstrapServers(), tenants);
        return new Running(kafka, Map.of("kafka.bootstrap.servers", kafka.getBootstrapServers()));
    }

    static RunningPart postgres(Schema schema) {
        var postgres = new PostgreSQLContainer(DockerImageName.parse(POSTGRES));
        postgres.start();
        try (var owner =
                DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
            Schemas.create(owner);
        } catch (SQLException e) {
            postgres.stop();
            throw new StackFailure("the schemas cannot be made: " + e.getMessage(), e);
        }
        return new Running(postgres, schema.properties(postgres.getJdbcUrl()));
    }

    static RunningPart objectStore() {
        var local = ObjectStoreKeys.local(0);
        var store = new GenericContainer<>(DockerImageName.parse(OBJECT_STORE))
                .withEnv("S3PROXY_AUTHORIZATION", "aws-v2-or-v4")
                .withEnv("S3PROXY_IDENTITY", local.accessKey())
                .withEnv("S3PROXY_CREDENTIAL", local.secretKey())
                .withEnv("JCLOUDS_PROVIDER", "filesystem-nio2")
                .withExposedPorts(OBJECT_STORE_PORT);
        store.start();
        var keys = ObjectStoreKeys.local(store.getMappedPort(OBJECT_STORE_PORT));
        try (var client = new ObjectStoreClient(keys)) {
            client.createBucket();
        }
        return new Running(store, keys.properties());
    }
}
