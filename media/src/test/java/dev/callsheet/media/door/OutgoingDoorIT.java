package dev.callsheet.media.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class OutgoingDoorIT {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private Internet internet;
    private Internet inside;

    @BeforeEach
    void connect() throws IOException {
        internet = new Internet();
        inside = new Internet();
    }

    @AfterEach
    void hangUp() throws IOException {
        internet.close();
        inside.close();
    }

    @ParameterizedTest
    @MethodSource("dev.callsheet.media.door.Inner#addresses")
    void whatIsNotInThePublicNetworkIsNotSentTo(String address) {
        try (OutgoingDoor door = new OutgoingDoor(settings(Set.of()), "test")) {
            assertThat(catchThrowableOfType(MediaRefused.class, () -> door.check(address)))
                    .isNotNull();
            MediaRefused refused = catchThrowableOfType(MediaRefused.class, () -> post(door, address));
            assertThat(refused.passing()).isFalse();
        }
    }

    @Test
    void theBodyGoesOutWithItsHeadersAndTheAnswerComesBackInShort() {
        internet.on(
                "/hook",
                "HTTP/1.1 503 Busy\nRetry-After: 120\nContent-Length: 5000",
                "later".repeat(1000).getBytes(StandardCharsets.UTF_8));

        Posted posted = post(internet.at("/hook"));

        assertThat(posted.status()).isEqualTo(503);
        assertThat(posted.retryAfter()).isEqualTo("120");
        assertThat(posted.head()).startsWith("later").hasSizeLessThanOrEqualTo(OutgoingDoor.HEAD_BYTES);
        assertThat(internet.asked.getFirst())
                .contains("POST /hook HTTP/1.1", "webhook-id: 1", "Content-Type: application/json", "User-Agent: test");
    }

    @Test
    void aRedirectIsAnAnswerAndNobodyFollowsIt() {
        internet.on("/away", "HTTP/1.1 307 Moved\nLocation: " + inside.at("/secret"), new byte[0]);

        assertThat(post(internet.at("/away")).status()).isEqualTo(307);
        assertThat(inside.asked).isEmpty();
    }

    /** Whoever owns a name can let it lead elsewhere the next time that somebody asks. */
    @Test
    void aNameIsLookedUpOnceForEachSendingAndTheConnectionGoesToThatMachine() throws IOException {
        internet.on("/hook", "HTTP/1.1 204 No Content", new byte[0]);
        String host = "turning.example:" + internet.port();
        List<String> looked = new ArrayList<>();
        Names turning = name -> {
            looked.add(name);
            return List.of(InetAddress.ofLiteral(looked.size() == 1 ? "127.0.0.1" : "127.0.0.9"));
        };
        DoorSettings settings = settings(Set.of(host));

        try (OutgoingDoor door = new OutgoingDoor(settings, turning, new Lines(settings, null))) {
            assertThat(post(door, "http://" + host + "/hook").status()).isEqualTo(204);
        }

        assertThat(looked).containsExactly("turning.example");
        assertThat(internet.asked).hasSize(1);
    }

    @Test
    void aNameThatLeadsInsideIsRefusedEvenIfItWasPublicWhenItWasGiven() {
        DoorSettings settings = settings(Set.of());
        List<String> looked = new ArrayList<>();
        Names rebound = name -> {
            looked.add(name);
            return List.of(InetAddress.ofLiteral(looked.size() == 1 ? "8.8.8.8" : "127.0.0.1"));
        };

        try (OutgoingDoor door = new OutgoingDoor(settings, rebound, new Lines(settings, null))) {
            door.check("https://rebound.example/");
            assertThat(catchThrowableOfType(MediaRefused.class, () -> post(door, "https://rebound.example/")))
                    .hasMessageContaining("not in the public network")
                    .hasMessageNotContaining("127.0.0.1");
        }
    }

    @Test
    void whoeverIsSilentOrDripsHoldsNobodyLongerThanTheWhole() {
        internet.on("/silent", out -> Thread.sleep(5_000));
        internet.on("/drip", out -> {
            for (byte b : "HTTP/1.1 200 OK and a very long story follows".getBytes(StandardCharsets.ISO_8859_1)) {
                out.write(b);
                out.flush();
                Thread.sleep(100);
            }
        });
        long begun = System.nanoTime();

        assertThat(catchThrowableOfType(MediaRefused.class, () -> post(internet.at("/silent"))))
                .hasMessageContaining("silent");
        assertThat(catchThrowableOfType(MediaRefused.class, () -> post(internet.at("/drip"))))
                .hasMessageContaining("longer than 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerWhoseWordsBreakOffIsAnAnswer() {
        internet.on("/cut", "HTTP/1.1 200 OK\nContent-Length: 500", "short".getBytes(StandardCharsets.UTF_8));
        internet.on("/mute", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.sleep(2_000);
        });

        assertThat(post(internet.at("/cut")).status()).isEqualTo(200);
        assertThat(post(internet.at("/mute")).status()).isEqualTo(200);
    }

    private Posted post(String address) {
        try (OutgoingDoor door = new OutgoingDoor(settings(Set.of("127.0.0.1:" + internet.port())), "test")) {
            return post(door, address);
        }
    }

    private static Posted post(OutgoingDoor door, String address) {
        return door.post(address, Map.of("webhook-id", "1"), "application/json", BODY);
    }

    private static DoorSettings settings(Set<String> hosts) {
        return new DoorSettings(hosts, false, Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1000));
    }
}
