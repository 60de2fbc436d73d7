/** Turns, inputs and words in the schema {@code avatar}. */
@NullMarked
package dev.callsheet.avatar.outbound.turns;

import org.jspecify.annotations.NullMarked;
