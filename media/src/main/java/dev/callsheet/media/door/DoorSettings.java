package dev.callsheet.media.door;

import java.time.Duration;
import java.util.Set;

/**
 * What the door lets through.
 *
 * @param hosts hosts ({@code name}, or {@code name:port}) that may be anywhere and may be asked by plain http: for
 *     development, where the whole world is one machine
 * @param plainHttp whether every host may be asked by plain http
 * @param connect longest time for a connection
 * @param silence longest time between two bytes
 * @param whole longest time for everything, redirects included
 */
public record DoorSettings(Set<String> hosts, boolean plainHttp, Duration connect, Duration silence, Duration whole) {
    public DoorSettings {
        hosts = Set.copyOf(hosts);
    }

    /** 5 s to connect, 10 s of silence, 60 s in all. */
    public static DoorSettings forHosts(Set<String> hosts) {
        return new DoorSettings(hosts, false, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }
}
