package dev.callsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealPartsIT {
    private static RealParts parts;
    private static Map<String, String> properties;

    @BeforeAll
    static void start() {
        parts = RealParts.start(EnumSet.allOf(RealPart.class), Schema.I2V);
        properties = parts.properties();
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    void aRecordOfATenantIsReadBack() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", properties.get("kafka.bootstrap.servers"), "max.block.ms", 3_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("callsheet.requests.demo", "key", "value"))
                    .get();
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("callsheet.no-such-topic", "value"))
                            .get())
                    .hasMessageContaining("not present in metadata");
        }
        Map<String, Object> reading = Map.of(
                "bootstrap.servers",
                properties.get("kafka.bootstrap.servers"),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("callsheet.requests.demo"));
            var records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).extracting(r -> r.value()).containsExactly("value");
        }
    }

    @Test
    void aRoleSeesItsOwnSchemaOnly() throws SQLException {
        try (Connection i2v = connect(Schema.I2V);
                Connection r2v = connect(Schema.R2V)) {
            i2v.createStatement().execute("CREATE TABLE takes (id int)");
            assertThat(i2v.getSchema()).isEqualTo("i2v");
            assertThatThrownBy(() -> r2v.createStatement().execute("SELECT * FROM i2v.takes"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> r2v.createStatement().execute("CREATE TABLE public.takes (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theStoreKeepsAFileAndRefusesAWrongSecret() {
        var keys = ObjectStoreKeys.local(Integer.parseInt(properties.get("quarkus.minio.port")));
        try (var client = new ObjectStoreClient(keys);
                var stranger =
                        new ObjectStoreClient(new ObjectStoreKeys(keys.port(), "callsheet", "guess", "callsheet"))) {
            byte[] content = "a clip".getBytes(StandardCharsets.UTF_8);
            assertThat(client.put("tenant/demo/media/a b.txt".replace(" ", "-"), "text/plain", content))
                    .isEqualTo("s3://callsheet/tenant/demo/media/a-b.txt");
            assertThat(client.get("tenant/demo/media/a-b.txt")).isEqualTo(content);
            assertThat(client.size("tenant/demo/media/a-b.txt")).isEqualTo(6);
            assertThat(client.size("tenant/demo/media/none.txt")).isEqualTo(-1);
            assertThatThrownBy(() -> stranger.get("tenant/demo/media/a-b.txt")).hasMessageContaining("403");
        }
    }

    private static Connection connect(Schema schema) throws SQLException {
        return DriverManager.getConnection(
                properties.get("quarkus.datasource.jdbc.url"), schema.role(), schema.password());
    }
}
