/** Rooms of our own, on a LiveKit server that the configuration names. */
@NullMarked
package dev.callsheet.avatar.outbound.livekit;

import org.jspecify.annotations.NullMarked;
