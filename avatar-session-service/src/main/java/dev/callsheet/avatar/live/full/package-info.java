/** Conversations that are held in the provider's own room: it hears, thinks and speaks, and we broker and write down. */
@NullMarked
package dev.callsheet.avatar.live.full;

import org.jspecify.annotations.NullMarked;
