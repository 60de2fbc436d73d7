package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.chaos.machine.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a Service of Kubernetes does: looks at each replica's readiness now and then, and sends calls to those that were
 * ready at the last look, by turns. It repeats nothing and knows of no end before the next look.
 */
final class Replicas {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final List<Service> services;
    private final HttpClient http;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> ready = List.of();

    Replicas(List<Service> services, HttpClient http) {
        this.services = List.copyOf(services);
        this.http = http;
    }

    /** Looks until the run is over. */
    void watch(Rest rest) {
        Thread.ofVirtual().name("readiness").start(() -> {
            while (!rest.over()) {
                look();
                rest.shortly(LOOK);
            }
        });
    }

    void look() {
        ready = services.stream().map(Service::url).filter(this::isReady).toList();
    }

    boolean isReady(String url) {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(LIMIT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One that is ready, as far as is known; any if none is. */
    String next() {
        List<String> now = ready.isEmpty() ? services.stream().map(Service::url).toList() : ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }
}
