package dev.callsheet.media.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaFormat.Kind;
import dev.callsheet.media.MediaRefused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class DoorIT {
    private static final String OK = "HTTP/1.1 200 OK\nContent-Type: image/png";
    private static final Wanted PICTURE = Wanted.only(Kind.IMAGE, 100_000);

    @TempDir
    Path folder;

    private Internet internet;
    private Internet inside;
    private final List<String> looked = new ArrayList<>();
    private byte[] picture;

    @BeforeEach
    void connect() throws IOException {
        internet = new Internet();
        inside = new Internet();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        picture = bytes.toByteArray();
        inside.on("/secret", OK, picture);
    }

    @AfterEach
    void hangUp() throws IOException {
        internet.close();
        inside.close();
    }

    @Test
    void aPictureComesThroughWithItsHash() throws Exception {
        internet.on("/a.png", OK + "\nContent-Length: " + picture.length, picture);

        Fetched fetched = fetch(internet.at("/a.png"));

        assertThat(fetched.format()).isEqualTo(MediaFormat.PNG);
        assertThat(fetched.bytes()).isEqualTo(picture.length);
        assertThat(fetched.sha256()).hasSize(64);
        assertThat(folder.resolve("fetched")).hasBinaryContent(picture);
    }

    @ParameterizedTest
    @MethodSource("dev.callsheet.media.door.Inner#addresses")
    void whatIsNotInThePublicNetworkIsNotAsked(String address) {
        MediaRefused refused = refused(address);

        assertThat(refused.code()).isEqualTo("MEDIA_UNREACHABLE");
        // A host that was asked and did not answer may be asked again.
        assertThat(refused.passing()).isFalse();
    }

    @Test
    void aRedirectIsLookedAtLikeAnAddressOfItsOwn() {
        List<String> inner = List.of(
                inside.at("/secret"),
                "http://localhost:" + inside.port() + "/secret",
                "http://169.254.169.254/latest/",
                "https://127.0.0.1/secret",
                "file:///etc/passwd",
                "http://[::1]:" + inside.port() + "/secret");
        for (String target : inner) {
            internet.on("/away", "HTTP/1.1 302 Found\nLocation: " + target, new byte[0]);
            assertThat(refused(internet.at("/away")).code()).isEqualTo("MEDIA_UNREACHABLE");
        }
        assertThat(inside.asked).isEmpty();
    }

    @Test
    void threeRedirectsAreFollowedAndAFourthIsNot() throws Exception {
        internet.on("/3", "HTTP/1.1 302 Found\nLocation: /2", new byte[0]);
        internet.on("/2", "HTTP/1.1 307 Found\nLocation: " + internet.at("/1"), new byte[0]);
        internet.on("/1", "HTTP/1.1 301 Found\nLocation: 0", new byte[0]);
        internet.on("/0", OK, picture);
        internet.on("/4", "HTTP/1.1 302 Found\nLocation: /3", new byte[0]);

        assertThat(fetch(internet.at("/3")).format()).isEqualTo(MediaFormat.PNG);
        assertThat(refused(internet.at("/4"))).hasMessageContaining("more than 3 times");
    }

    /** Whoever owns a name can let it lead elsewhere the next time that somebody asks. */
    @Test
    void aNameIsLookedUpOnceAndTheConnectionGoesToThatMachine() throws Exception {
        internet.on("/a.png", OK, picture);
        String host = "turning.example:" + internet.port();
        Names turning = name -> {
            looked.add(name);
            return List.of(InetAddress.ofLiteral(looked.size() == 1 ? "127.0.0.1" : "127.0.0.9"));
        };

        fetch(settings(Set.of(host)), turning, "http://" + host + "/a.png");

        assertThat(looked).containsExactly("turning.example");
        assertThat(internet.asked).hasSize(1);
    }

    @Test
    void oneInnerMachineAmongPublicOnesIsEnoughToRefuse() {
        Names mixed = host -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.1.2.3"));

        assertThat(refused(settings(Set.of()), mixed, "https://mixed.example/a.png"))
                .hasMessageContaining("not in the public network")
                .hasMessageNotContaining("10.1.2.3");
    }

    @Test
    void theServerIsAskedByItsNameAndForNothingCompressed() throws Exception {
        internet.on("/a.png", OK, picture);
        String host = "pictures.example:" + internet.port();

        fetch(settings(Set.of(host)), _ -> List.of(InetAddress.ofLiteral("127.0.0.1")), "http://" + host + "/a.png");

        assertThat(internet.asked.getFirst()).contains("Host: " + host, "Accept-Encoding: identity");
    }

    @Test
    void anEndlessAnswerEndsAtTheCap() {
        internet.on("/endless", out -> {
            out.write((OK + "\nTransfer-Encoding: chunked\n\n")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = new byte[4096];
            System.arraycopy(picture, 0, chunk, 0, picture.length);
            while (true) {
                out.write("1000\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        });
        internet.on("/stated", OK + "\nContent-Length: 999999999", picture);

        assertThat(refused(internet.at("/endless"))).hasMessageContaining("more than the allowed 100000 bytes");
        assertThat(refused(internet.at("/stated"))).hasMessageContaining("more than the allowed 100000 bytes");
    }

    @Test
    void aDripEndsWhenTheTimeIsUp() {
        internet.on("/drip", out -> {
            out.write((OK + "\nContent-Length: 5000\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            for (byte b : picture) {
                out.write(b);
                out.flush();
                Thread.sleep(100);
            }
        });
        internet.on("/slow-head", out -> {
            for (byte b : "HTTP/1.1 200 OK and a very long story follows".getBytes(StandardCharsets.ISO_8859_1)) {
                out.write(b);
                out.flush();
                Thread.sleep(100);
            }
        });
        internet.on("/silent", out -> Thread.sleep(5_000));
        long begun = System.nanoTime();

        assertThat(refused(internet.at("/drip"))).hasMessageContaining("longer than 1 s");
        assertThat(refused(internet.at("/slow-head"))).hasMessageContaining("longer than 1 s");
        assertThat(refused(internet.at("/silent"))).hasMessageContaining("is silent");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNoPictureIsRefusedWithoutAWordOfWhatItSays() {
        byte[] secret = "<html>the password is swordfish</html>".getBytes(StandardCharsets.UTF_8);
        internet.on("/page", "HTTP/1.1 200 OK\nContent-Type: text/html", secret);
        internet.on("/lie", OK, secret);
        internet.on("/film", OK, "\0\0\0\u0018ftypisom0000isom".getBytes(StandardCharsets.ISO_8859_1));
        internet.on("/heic", OK, "\0\0\0\u0018ftypheic0000mif1".getBytes(StandardCharsets.ISO_8859_1));
        internet.on("/gzip", OK + "\nContent-Encoding: gzip", picture);
        internet.on("/gone", "HTTP/1.1 403 swordfish\nX-Why: swordfish", secret);
        internet.on("/cut", OK + "\nContent-Length: 500", picture);
        internet.on("/noise", out -> out.write("swordfish swordfish".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(refused(internet.at("/page")).code()).isEqualTo("MEDIA_TYPE_MISMATCH");
        assertThat(refused(internet.at("/gzip"))).hasMessageContaining("compressed");
        assertThat(refused(internet.at("/gone"))).hasMessageContaining("answers 403");
        for (String path : List.of("/page", "/lie", "/film", "/heic", "/gzip", "/gone", "/cut", "/noise")) {
            assertThat(refused(internet.at(path))).hasMessageNotContaining("swordfish");
        }
    }

    @Test
    void aLineOfHeadersWithoutEndIsRefused() {
        internet.on("/headers", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write("X-More: of it\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        });

        assertThat(refused(internet.at("/headers")).code()).isEqualTo("MEDIA_UNREACHABLE");
    }

    private Fetched fetch(String address) throws IOException {
        return fetch(settings(Set.of("127.0.0.1:" + internet.port())), DoorIT::real, address);
    }

    private Fetched fetch(DoorSettings settings, Names names, String address) throws IOException {
        try (Door door = new Door(settings, names, new Lines(settings, null))) {
            return door.fetch(address, PICTURE, folder.resolve("fetched"));
        }
    }

    private MediaRefused refused(String address) {
        return catchThrowableOfType(MediaRefused.class, () -> fetch(address));
    }

    private MediaRefused refused(DoorSettings settings, Names names, String address) {
        return catchThrowableOfType(MediaRefused.class, () -> fetch(settings, names, address));
    }

    private static DoorSettings settings(Set<String> hosts) {
        return new DoorSettings(hosts, false, Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1000));
    }

    private static List<InetAddress> real(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
