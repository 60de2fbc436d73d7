package dev.callsheet.avatar.outbound.liveavatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.AvatarProvider.Ticket;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.BrokeredLine;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.turn.TurnPolicy;
import dev.callsheet.corridor.metrics.Calls;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The adapter against the packaged twin: what is asked for, charged, heard, and what goes wrong. */
class LiveAvatarIT {
    private static final String AVATAR = "0f0f6f6e-0000-4000-8000-000000000001";
    private static final Duration LENGTH = Duration.ofMinutes(30);

    private static TwinProcess twin;
    private static HttpClient http;
    private static LiveAvatarApi api;
    private static LiveAvatar provider;

    @BeforeAll
    static void start() throws IOException {
        twin = new TwinProcess(Map.of(
                "twin.liveavatar.concurrency", "3",
                "twin.liveavatar.connect-delay", "10ms",
                "twin.liveavatar.response-shortest", "50ms",
                "twin.liveavatar.response-longest", "60ms"));
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var access = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiveAvatarAccess.class)
                .withDefaultValue("callsheet.liveavatar.url", twin.url().toString())
                .withDefaultValue("callsheet.liveavatar.key", "twin-liveavatar-key")
                .withDefaultValue("callsheet.liveavatar.look", "PT0.05S")
                .withDefaultValue("callsheet.liveavatar.avatars.guide", AVATAR)
                .build()
                .getConfigMapping(LiveAvatarAccess.class);
        api = new LiveAvatarApi(access, http, Calls.UNMEASURED);
        provider = new LiveAvatar(api, access, new Contexts(api, access), http);
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        twin.close();
    }

    @Test
    void aSessionIsListedWhileItsMeterRunsAndSettledAfterwards() {
        long before = provider.credits().orElseThrow();
        var talk = new Talk(order(SessionOrder.Mode.LITE, null));
        assertThat(talk.broadcast.allowed()).isEqualTo(Duration.ofMinutes(20));
        assertThat(talk.broadcast.media()).isNotInstanceOf(Media.None.class);
        assertThat(provider.active()).contains(talk.id());
        provider.keepAlive(talk.id());

        provider.stop(talk.id(), "done");
        provider.stop(talk.id(), "done");

        talk.awaits(new AvatarEvent.Stopped("USER_CLOSED"));
        assertThat(provider.active()).doesNotContain(talk.id());
        var meter = provider.meter(talk.id()).orElseThrow();
        assertThat(meter.active()).isFalse();
        assertThat(meter.credits()).isEqualTo(1);
        assertThat(meter.ran()).isNotNull();
        assertThat(provider.credits().orElseThrow()).isEqualTo(before - 1);
        assertThat(provider.meter(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void whatIsGivenIsHeardInOrderAlsoOverASlowLineThatForgotTheFormat() {
        twin.arm("format-forgotten", Map.of());
        var talk = new Talk(order(SessionOrder.Mode.LITE, null));
        twin.arm("line-stalled", Map.of("lasts", "300ms"));
        for (int i = 0; i < 5; i++) {
            talk.line.speak("turn-1", pcm(100));
        }
        talk.line.speakEnd("turn-1");

        talk.awaits(new AvatarEvent.Ended("turn-1"));
        assertThat(talk.events)
                .containsSubsequence(
                        new AvatarEvent.Connected(),
                        new AvatarEvent.Started("turn-1"),
                        new AvatarEvent.Ended("turn-1"));
        assertThat(talk.played("turn-1").path("playedMs").asInt()).isEqualTo(500);
        talk.end();
    }

    @Test
    void whatComesBackAfterAnInterruptIsSilencedAgainAndTheNewIsHeardWhole() {
        twin.arm("late-audio", Map.of("lasts", "200ms"));
        var talk = new Talk(order(SessionOrder.Mode.LITE, null));
        talk.line.speak("turn-1", pcm(1000));
        talk.awaits(new AvatarEvent.Started("turn-1"));

        talk.line.interrupt();
        talk.line.speak("turn-2", pcm(400));
        talk.line.speakEnd("turn-2");

        talk.awaits(new AvatarEvent.Ended("turn-2"));
        assertThat(talk.played("turn-1").path("afterInterruptMs").asInt()).isLessThan(150);
        assertThat(talk.played("turn-2").path("playedMs").asInt()).isGreaterThanOrEqualTo(400);
        assertThat(talk.events.stream().filter(new AvatarEvent.Started("turn-1")::equals))
                .hasSize(1);
        talk.end();
    }

    @Test
    void aBrokenLineIsToldAndAnotherOneGoesOn() {
        var talk = new Talk(order(SessionOrder.Mode.LITE, null));
        talk.awaits(new AvatarEvent.Connected());

        twin.delete("/twin/live/" + talk.id() + "/line?code=0");
        await().until(() -> talk.events.stream().anyMatch(AvatarEvent.Lost.class::isInstance));
        talk.connect();
        talk.line.speak("turn-2", pcm(100));
        talk.line.speakEnd("turn-2");

        talk.awaits(new AvatarEvent.Ended("turn-2"));
        talk.end();
    }

    @Test
    void aLostAnswerIsUnclearAndTheSessionIsFoundInTheList() {
        var ticket = provider.prepare(order(SessionOrder.Mode.LITE, null), LENGTH, null);
        twin.arm("start-cut", Map.of());

        assertThatThrownBy(() -> provider.start(ticket)).isInstanceOf(ProviderTrouble.Unclear.class);

        assertThat(provider.active()).contains(ticket.providerId());
        twin.arm("stop-refused", Map.of());
        assertThatThrownBy(() -> provider.stop(ticket.providerId(), "orphan"))
                .isInstanceOf(ProviderTrouble.Unclear.class);
        provider.stop(ticket.providerId(), "orphan");
        assertThat(provider.active()).doesNotContain(ticket.providerId());
    }

    @Test
    void noFreeSeatIsARefusalOfItsOwn() {
        var ticket = provider.prepare(order(SessionOrder.Mode.LITE, null), LENGTH, null);
        twin.arm("start-busy", Map.of());

        assertThatThrownBy(() -> provider.start(ticket))
                .isInstanceOfSatisfying(
                        ProviderTrouble.Refused.class, e -> assertThat(e.code()).isEqualTo("provider.busy"));
    }

    @Test
    void fullModeKnowsWhatItIsToldAndItsRecordIsRead() {
        var order = order(SessionOrder.Mode.FULL, "Opens at nine.");
        provider.prepare(order, LENGTH, null);
        var talk = new Talk(order);
        assertThat(talk.broadcast.controlUrl()).isNull();
        assertThat(contexts())
                .filteredOn(prompt -> prompt.contains("Opens at nine."))
                .hasSize(1);
        talk.awaits(new AvatarEvent.Connected());

        var room = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(twin.url().toString().replace("http", "ws") + "/v1/rooms/" + talk.id() + "?token="
                                + talk.ticket.secret()),
                        new WebSocket.Listener() {})
                .join();
        room.sendText("{\"event_type\":\"avatar.speak_response\",\"text\":\"When do you open?\"}", true)
                .join();

        var line = (BrokeredLine) talk.line;
        await().until(() -> line.transcript(0).said().size() == 2);
        var part = line.transcript(0);
        assertThat(part.said().getFirst().text()).isEqualTo("When do you open?");
        assertThat(part.said().get(1).avatar()).isTrue();
        assertThat(line.transcript(part.next()).said()).isEmpty();
        twin.delete("/twin/live/" + talk.id() + "?reason=NO_CREDITS");
        talk.awaits(new AvatarEvent.Stopped("NO_CREDITS"));
    }

    private static List<String> contexts() {
        return api.pages("/v1/contexts?").stream()
                .map(context -> context.path("prompt").asText())
                .toList();
    }

    private static SessionOrder order(SessionOrder.Mode mode, String knowledge) {
        return new SessionOrder(
                new SessionId(UUID.randomUUID()),
                new TenantId("demo"),
                null,
                "guide",
                mode,
                null,
                "You are a guide.",
                knowledge,
                null,
                LENGTH,
                false,
                false,
                null,
                TurnPolicy.INTERRUPT,
                null,
                SessionOrder.Consent.NONE,
                new SessionOrder.Disclosure(false, ""),
                List.of());
    }

    private static byte[] pcm(int millis) {
        byte[] pcm = new byte[millis * 48];
        Arrays.fill(pcm, (byte) 0x20);
        return pcm;
    }

    private static final class Talk {
        final Ticket ticket;
        final Broadcast broadcast;
        final List<AvatarEvent> events = new CopyOnWriteArrayList<>();
        AvatarLine line;

        Talk(SessionOrder order) {
            ticket = provider.prepare(order, LENGTH, null);
            broadcast = provider.start(ticket);
            connect();
        }

        void connect() {
            line = provider.connect(broadcast, events::add);
        }

        String id() {
            return ticket.providerId();
        }

        void awaits(AvatarEvent event) {
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> events.contains(event));
        }

        JsonNode played(String eventId) {
            for (JsonNode heard : twin.seen(id()).path("played")) {
                if (heard.path("event_id").asText().equals(eventId)) {
                    return heard;
                }
            }
            throw new AssertionError("nothing of " + eventId + " was given to the twin");
        }

        void end() {
            line.close();
            provider.stop(id(), "done");
        }
    }
}
