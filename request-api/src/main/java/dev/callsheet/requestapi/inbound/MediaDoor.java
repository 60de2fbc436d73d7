package dev.callsheet.requestapi.inbound;

import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The door through which addresses of tenants are read. */
final class MediaDoor {
    @Produces
    @Singleton
    Door door(MediaSettings settings) {
        return new Door(new DoorSettings(
                settings.hosts().orElse(Set.of()),
                settings.http(),
                settings.connectTimeout(),
                settings.silence(),
                settings.fetchTimeout()));
    }

    void close(@Disposes Door door) {
        door.close();
    }
}
