package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.RequestId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that only we can read, seen from the take. The hosts that may be asked are this machine's. */
class InputsIT extends Workshop {
    private HttpServer partner;

    @BeforeEach
    void serve() throws Exception {
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] picture = store.objects.get("tenant/demo/media/frame.png");
        partner.createContext("/frame.png", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        partner.createContext("/inside", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        partner.start();
    }

    @AfterEach
    void hangUp() {
        partner.stop(0);
    }

    @Test
    void aPictureAtAPlainAddressComesThroughTheDoorAndIsUploaded() throws Exception {
        TestLine worker = worker();

        RequestId id = worker.assign("plain", at("/frame.png"));

        awaitState(worker, id, "finished");
        assertThat(provider.uploads).hasValue(1);
        assertPaid(worker, id, 1, PRICE);
    }

    @Test
    void anAddressThatLeadsInsideEndsTheTakeBeforeMoney() throws Exception {
        TestLine worker = worker();

        for (String uri : new String[] {"http://10.0.0.8/a.png", at("/inside"), at("/nothing")}) {
            RequestId id = worker.assign(uri, uri);
            awaitState(worker, id, "failed");
            assertPaid(worker, id, 0, 0);
        }
        assertThat(provider.posts).hasValue(0);
    }

    @Test
    void aHostThatStaysSilentEndsTheTakeAfterSomeTries() throws Exception {
        TestLine worker = worker();
        partner.stop(0);

        RequestId id = worker.assign("silent", at("/frame.png"));

        awaitState(worker, id, "failed");
        assertThat(states(worker, id).stream().filter("queued"::equals)).hasSizeGreaterThan(3);
        assertPaid(worker, id, 0, 0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + partner.getAddress().getPort() + path;
    }
}
