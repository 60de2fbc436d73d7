package dev.callsheet.bench.peer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Kafka Streams as it is usually written: one thread, commits each 100 ms. */
public final class StreamsPeer {
    private StreamsPeer() {}

    /** Runs until it is ended. @param arguments bootstrap servers, group, topic, what to do, processing guarantee */
    public static void main(String[] arguments) {
        RouterPeer peer = RouterPeer.of(arguments);
        Desk desk = new Desk(peer);
        var builder = new StreamsBuilder();
        builder.stream(peer.topic(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .flatMap((key, value) -> desk.route(key, value).stream()
                        .map(out -> KeyValue.pair(key, out))
                        .toList())
                .to(
                        (_, out, _) -> out.topic(),
                        Produced.with(
                                Serdes.ByteArray(),
                                Serdes.serdeFrom((_, out) -> out.value(), (_, bytes) -> new Desk.Out("", bytes))));
        Map<Object, Object> config = new HashMap<>();
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, peer.bootstrapServers());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, peer.group());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, arguments[4]);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of("state").toAbsolutePath().toString());
        config.put("auto.offset.reset", "earliest");
        RouterPeer.consumer().forEach((name, value) -> config.put(StreamsConfig.consumerPrefix(name), value));
        RouterPeer.producer().forEach((name, value) -> config.put(StreamsConfig.producerPrefix(name), value));
        var properties = new java.util.Properties();
        properties.putAll(config);
        var streams = new KafkaStreams(builder.build(), properties);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }
}
