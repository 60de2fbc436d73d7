package dev.callsheet.router.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.routing.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");
    private static final String GOOD =
            "{ \"seed\" : 7,\"media\":[{\"uri\":\"https://a.example/é.jpg\",\"role\":\"firstFrame\",\"seconds\":1.50}] }";

    private final Router router = new Router(PolicyFile.load(Optional.empty())::of);

    @Test
    void aRoutedRequestIsWorkAndAFact() {
        Router.Routed routed = router.route(DEMO, event(VideoRequest.TYPE, GOOD), NOW);

        assertThat(routed.outputs())
                .extracting(Router.Output::topic)
                .containsExactly("callsheet.work.i2v", "callsheet.facts");
        Work.Assigned work = Json.read(routed.outputs().getFirst().event().data(), Work.Assigned.class);
        assertThat(work.requestId()).isEqualTo(RequestIdentity.of(DEMO, event(VideoRequest.TYPE, GOOD)));
        assertThat(work.decision()).isEqualTo(routed.decision());
        assertThat(FactTypes.read(routed.outputs().getLast().event())).isInstanceOf(Fact.RequestRouted.class);
    }

    @Test
    void thePartnersBytesGoInUntouched() {
        Router.Routed routed = router.route(DEMO, event(VideoRequest.TYPE, GOOD), NOW);

        assertThat(new String(routed.outputs().getFirst().event().data(), StandardCharsets.UTF_8))
                .contains("\"request\":" + GOOD + ",");
    }

    @Test
    void aFanOutIsAFactAndOneRequestForEachPicture() {
        String many = """
                {"media":[{"role":"firstFrame","uri":"https://a.example/1.jpg"},
                          {"role":"firstFrame","uri":"https://a.example/2.jpg"}],
                 "output":{"kind":"file","perImage":true,"clips":2},"seed":7,"budget":{"limit":"4.00"}}""";

        Router.Routed routed = router.route(DEMO, event(VideoRequest.TYPE, many), NOW);

        assertThat(routed.outputs())
                .extracting(Router.Output::topic)
                .containsExactly(
                        "callsheet.facts",
                        "callsheet.requests.demo",
                        "callsheet.requests.demo",
                        "callsheet.requests.demo",
                        "callsheet.requests.demo");
        Fact.RequestRouted fact =
                (Fact.RequestRouted) FactTypes.read(routed.outputs().getFirst().event());
        assertThat(fact.children()).hasSize(4).doesNotHaveDuplicates();
        CloudEvent last = routed.outputs().getLast().event();
        assertThat(RequestIdentity.of(DEMO, last)).isEqualTo(fact.children().getLast());
        assertThat(last.extensions())
                .containsEntry("parentrequest", routed.requestId().toString());
        assertThat(Json.read(last.data())).isEqualTo(Json.read("""
                        {"media":[{"role":"firstFrame","uri":"https://a.example/2.jpg"}],
                         "output":{"kind":"file"},"seed":10,"budget":{"limit":"1.000000"}}""".getBytes(StandardCharsets.UTF_8)));
        Router.Routed child = router.route(DEMO, last, NOW);
        assertThat(child.outputs())
                .extracting(Router.Output::topic)
                .containsExactly("callsheet.work.i2v", "callsheet.facts");
    }

    @Test
    void theFactIsTheOneThatAFactWouldMakeOfItself() {
        for (String body : List.of(GOOD, "{}")) {
            Router.Routed routed = router.route(DEMO, event(VideoRequest.TYPE, body), NOW);
            CloudEvent told = routed.outputs().getLast().event();

            CloudEvent made = FactTypes.read(told).event(Router.SOURCE, NOW);
            assertThat(told.id()).isEqualTo(made.id());
            assertThat(told.type()).isEqualTo(made.type());
            assertThat(told.subject()).isEqualTo(made.subject());
            assertThat(FactTypes.read(made)).isEqualTo(FactTypes.read(told));
        }
    }

    @Test
    void aRepeatHasTheSameIds() {
        Router.Routed first = router.route(DEMO, event(VideoRequest.TYPE, GOOD), NOW);
        Router.Routed second = router.route(DEMO, event(VideoRequest.TYPE, GOOD), NOW.plusSeconds(60));

        assertThat(first.outputs())
                .extracting(out -> out.event().id())
                .isEqualTo(
                        second.outputs().stream().map(out -> out.event().id()).toList());
    }

    @Test
    void aRefusalIsAFactOnly() {
        Router.Routed routed = router.route(DEMO, event(VideoRequest.TYPE, "{}"), NOW);

        assertThat(routed.outputs())
                .singleElement()
                .satisfies(out -> assertThat(FactTypes.read(out.event())).isInstanceOf(Fact.RequestRejected.class));
    }

    @Test
    void anotherTypeIsNoRequest() {
        assertThatThrownBy(() -> router.route(DEMO, event("dev.callsheet.video.requested.v2", GOOD), NOW))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class, e -> assertThat(e.code()).isEqualTo("event.type"));
    }

    private static CloudEvent event(String type, String json) {
        return new CloudEvent("e-1", "/shop", type, null, null, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }
}
