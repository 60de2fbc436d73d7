package dev.callsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Topics;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each channel of AsyncAPI is a topic, as AsyncAPI says, with its dead letters; and no topic is without a channel. */
class TopicsTest {
    private final AsyncApi asyncApi = AsyncApi.read("demo");
    private final Map<String, GenericKubernetesResource> topics = new HashMap<>();

    TopicsTest() throws IOException {
        for (HasMetadata topic : Overlay.DEV.manifests().kind("KafkaTopic")) {
            topics.put(topic.getMetadata().getName(), (GenericKubernetesResource) topic);
        }
    }

    @Test
    void everyChannelHasItsTopicAndItsDeadLettersAndNoTopicIsLeftOver() {
        assertThat(topics.keySet())
                .containsExactlyInAnyOrderElementsOf(asyncApi.topics().stream()
                        .flatMap(channel -> Stream.of(channel.topic(), Topics.deadLetters(channel.topic())))
                        .toList());
    }

    @Test
    void everyTopicIsAsAsyncApiSays() {
        asyncApi.topics().forEach(channel -> {
            check(channel.topic(), channel);
            check(Topics.deadLetters(channel.topic()), asyncApi.deadLetters());
        });
    }

    @Test
    void everyTopicSaysWhyItIsAsItIs() {
        assertThat(topics.values()).allSatisfy(topic -> {
            String reason = topic.getMetadata().getAnnotations().get("callsheet.dev/reason");
            assertThat(reason)
                    .contains("partitions")
                    .containsAnyOf("week", "month")
                    .containsIgnoringCase("compacted");
        });
    }

    @Test
    void everyTopicSurvivesTheLossOfABroker() {
        assertThat(topics.values()).allSatisfy(topic -> {
            assertThat((Integer) topic.get("spec", "replicas")).isEqualTo(3);
            assertThat(topic.<Object>get("spec", "config", "min.insync.replicas"))
                    .isEqualTo(2);
        });
    }

    @Test
    void theOverlaysForProductionHaveTheSameSharedTopics() {
        for (Overlay overlay : new Overlay[] {Overlay.PROD, Overlay.NO_KEDA}) {
            assertThat(Manifests.names(overlay.manifests().kind("KafkaTopic")))
                    .containsExactlyInAnyOrderElementsOf(topics.keySet().stream()
                            .filter(name -> !name.contains(".demo"))
                            .toList());
        }
    }

    private void check(String name, AsyncApi.Channel channel) {
        GenericKubernetesResource topic = topics.get(name);
        assertThat((Integer) topic.get("spec", "partitions")).as(name).isEqualTo(channel.partitions());
        assertThat((Integer) topic.get("spec", "replicas")).as(name).isEqualTo(channel.replicas());
        assertThat(topic.<Object>get("spec", "config", "cleanup.policy"))
                .as(name)
                .isEqualTo(channel.cleanup());
        assertThat(topic.get("spec", "config", "retention.ms").toString())
                .as(name)
                .isEqualTo(channel.retention());
    }
}
