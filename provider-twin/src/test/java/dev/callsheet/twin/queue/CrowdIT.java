package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Many jobs at once: every one ends and is charged once. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class CrowdIT {

    private static final int JOBS = 1000;

    @ConfigProperty(name = "test.url")
    String url;

    @Test
    void aThousandJobsEndAndAreChargedOnce() throws Exception {
        var twin = new FaultClient(url);
        var before = twin.oracle();
        try (var clients = Executors.newFixedThreadPool(8)) {
            clients.invokeAll(IntStream.range(0, JOBS)
                    .<Callable<String>>mapToObj(_ -> () -> twin.accepted("a crowd"))
                    .toList());
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var oracle = twin.oracle();
            assertThat(oracle.path("accepted").asInt() - before.path("accepted").asInt())
                    .isEqualTo(JOBS);
            assertThat(oracle.path("micros").asLong() - before.path("micros").asLong())
                    .isEqualTo(JOBS * 200_000L);
        });
    }
}
