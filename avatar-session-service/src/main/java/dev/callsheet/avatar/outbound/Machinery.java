package dev.callsheet.avatar.outbound;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The clock and the HTTP client that everything here shares. */
@Singleton
class Machinery {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** HTTP/1.1: a cancelled stream then closes its connection, and the other side stops working for nobody. */
    @Produces
    @Singleton
    HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    void close(@Disposes HttpClient http) {
        http.shutdownNow();
    }
}
