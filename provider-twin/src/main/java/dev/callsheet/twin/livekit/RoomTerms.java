package dev.callsheet.twin.livekit;

import java.time.Duration;

/**
 * How long a room stays without anybody, and how many it takes.
 *
 * @param empty while nobody has ever come
 * @param departure after the last has left
 * @param mostParticipants 0 is any number
 */
record RoomTerms(Duration empty, Duration departure, int mostParticipants) {}
