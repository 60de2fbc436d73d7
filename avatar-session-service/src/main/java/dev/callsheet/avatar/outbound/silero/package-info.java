/** Tells speech from other sound by Silero's voice activity model. */
@NullMarked
package dev.callsheet.avatar.outbound.silero;

import org.jspecify.annotations.NullMarked;
