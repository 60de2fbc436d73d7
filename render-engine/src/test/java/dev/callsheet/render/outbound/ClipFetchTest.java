package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.MemoryStore;
import dev.callsheet.render.outbound.ProvenanceMark.Stamp;
import dev.callsheet.render.testkit.Mp4;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClipFetchTest {
    private static final TakeId TAKE = TakeId.of(Marks.REQUEST, 1);
    private static final Stamp STAMP = Marks.stamp(TAKE);

    private final MemoryStore store = new MemoryStore();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ClipFetch fetch =
            new ClipFetch(http, store, timer, OpenTelemetry.noop().getTracer("test"));
    private HttpServer provider;
    private byte[] film = Mp4.film(5, 100_000);
    private boolean announced = true;
    private int asked;

    @BeforeEach
    void serve() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/clip.mp4", exchange -> {
            asked++;
            exchange.sendResponseHeaders(200, announced ? film.length : 0);
            exchange.getResponseBody().write(film);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        timer.shutdownNow();
        http.shutdownNow();
    }

    @Test
    void theStoredClipIsMarkedAndBothFilesAreToldByTheirHashes() throws IOException {
        for (boolean length : new boolean[] {true, false}) {
            announced = length;

            StoredClip stored = fetch(STAMP);

            byte[] object = store.objects.get("a/clip.mp4");
            assertThat(object).isEqualTo(Marks.marked(film, TAKE));
            assertThat(stored.clip().bytes()).isEqualTo(object.length);
            assertThat(stored.clip().sha256()).isEqualTo(Json.sha256(object));
            assertThat(stored.rendered()).isEqualTo(Marks.rendered(film));
            assertThat(stored.mark()).isEqualTo("xmp");
            assertThat(stored.unmarked()).isNull();
        }
    }

    @Test
    void aClipThatCannotBeMarkedIsStoredAsItCameWithTheReason() throws IOException {
        film = Mp4.endlessFilm(5, 100_000);

        StoredClip stored = fetch(STAMP);

        assertThat(store.objects.get("a/clip.mp4")).isEqualTo(film);
        assertThat(stored.clip().sha256()).isEqualTo(Json.sha256(film));
        assertThat(stored.mark()).isEqualTo("none");
        assertThat(stored.unmarked()).contains("goes on to the end of the file");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whereMarksAreOffNothingIsAdded() throws IOException {
        StoredClip stored = fetch(Stamp.NONE);

        assertThat(store.objects.get("a/clip.mp4")).isEqualTo(film);
        assertThat(stored.unmarked()).isEqualTo("marks are switched off");
    }

    @Test
    void whatIsNotWholeIsNotStored() {
        film = Arrays.copyOf(film, 50_000);

        assertThatThrownBy(() -> fetch(STAMP)).isInstanceOf(IOException.class).hasMessageContaining("no whole MP4");
        assertThat(store.objects).isEmpty();
        assertThat(asked).isOne();
    }

    private StoredClip fetch(Stamp stamp) throws IOException {
        return fetch.fetch("http://127.0.0.1:" + provider.getAddress().getPort() + "/clip.mp4", "a/clip.mp4", stamp);
    }
}
