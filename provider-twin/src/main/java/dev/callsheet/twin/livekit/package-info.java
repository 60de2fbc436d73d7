/**
 * Enough of a LiveKit server that the browser's own client joins a room, sees and hears the avatars in it and exchanges
 * data packets with them; and of its room and egress services that it can stand for a customer's own server.
 */
@NullMarked
package dev.callsheet.twin.livekit;

import org.jspecify.annotations.NullMarked;
