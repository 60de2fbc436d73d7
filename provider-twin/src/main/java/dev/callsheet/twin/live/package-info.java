/** The live avatar product in LITE mode: sessions with a meter, the agent's WebSocket, and the stage on which the avatar speaks. */
@NullMarked
package dev.callsheet.twin.live;

import org.jspecify.annotations.NullMarked;
