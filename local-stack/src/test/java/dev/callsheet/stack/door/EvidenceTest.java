package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    @Test
    void linksAreTheFieldsThatEndSo() {
        var evidence = Evidence.of(
                json(
                        "{\"pageLink\":\"http://127.0.0.1:9/callsheet/a/report.html?sig=1\",\"verdict\":\"PASS\",\"curveLink\":null}"));

        assertThat(evidence.lines()).containsExactly("page    http://127.0.0.1:9/callsheet/a/report.html?sig=1");
    }

    @Test
    void aFileThatNoModelReadsIsNotBrought() {
        assertThat(Uploads.type(Path.of("Mia.JPG"))).isEqualTo("image/jpeg");
        assertThat(Uploads.name(Path.of("a/b:c.png"))).isEqualTo("b_c.png");
        assertThatThrownBy(() -> Uploads.type(Path.of("notes.txt")))
                .hasMessageContaining("notes.txt: expected a file named .bmp");
        assertThat(IdentityDesk.segment("the fox/é")).isEqualTo("the%20fox%2F%C3%A9");
    }

    @Test
    void whatIsNotThereAnyMoreIsToldAndTheRestIsFetched(@TempDir Path folder) throws IOException {
        HttpServer store = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        store.createContext("/score/sheet.png", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });
        store.start();
        String at = "http://127.0.0.1:" + store.getAddress().getPort() + "/score/";
        try (var web = new Web("key")) {
            Evidence.Saved saved = Evidence.of(json("{\"pageLink\":\"" + at + "report.html?sig=1\",\"sheetLink\":\""
                            + at + "sheet.png?sig=2\"}"))
                    .save(web, folder.resolve("take-1"));

            assertThat(saved.all()).isFalse();
            assertThat(saved.lines()).first().asString().contains("page", "NOT FETCHED", "404");
            assertThat(folder.resolve("take-1/sheet.png")).hasBinaryContent(new byte[] {1, 2, 3});
        } finally {
            store.stop(0);
        }
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
