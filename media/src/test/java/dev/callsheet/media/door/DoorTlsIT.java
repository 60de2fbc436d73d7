package dev.callsheet.media.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.media.MediaFormat.Kind;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to a number; the certificate is held against the name all the same. */
class DoorTlsIT {
    private static final char[] WORD = "changeit".toCharArray();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    @TempDir
    Path folder;

    private Internet internet;
    private SSLContext context;

    @BeforeEach
    void certify() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=pictures.example",
                        "-ext",
                        "san=dns:pictures.example",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(WORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, WORD);
        }
        KeyManagerFactory owners = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        owners.init(store, WORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(owners.getKeyManagers(), trust.getTrustManagers(), null);
        internet = new Internet(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        internet.on("/a.png", "HTTP/1.1 200 OK\nContent-Type: image/png", PICTURE);
    }

    @AfterEach
    void hangUp() throws IOException {
        internet.close();
    }

    @Test
    void aCertificateOfTheNameIsTakenFromTheMachineThatTheNameStandsFor() throws Exception {
        assertThat(fetch("pictures.example", true).bytes()).isEqualTo(PICTURE.length);
        assertThat(internet.asked.getFirst()).contains("Host: pictures.example:" + internet.port());
    }

    @Test
    void aCertificateOfAnotherNameOrOfNobodyKnownIsRefused() {
        assertThatThrownBy(() -> fetch("other.example", true))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("no certificate that can be trusted");
        assertThatThrownBy(() -> fetch("pictures.example", false))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("no certificate that can be trusted");
        assertThat(internet.asked).isEmpty();
    }

    private Fetched fetch(String host, boolean known) throws IOException {
        DoorSettings settings = DoorSettings.forHosts(Set.of(host));
        Lines lines = new Lines(settings, known ? new DefaultClientTlsStrategy(context) : null);
        Names names = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        try (Door door = new Door(settings, names, lines)) {
            return door.fetch(
                    "https://" + host + ":" + internet.port() + "/a.png",
                    Wanted.only(Kind.IMAGE, 1000),
                    folder.resolve("fetched"));
        }
    }
}
