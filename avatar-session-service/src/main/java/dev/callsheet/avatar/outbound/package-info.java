/** What we drive: tables, the avatar's provider, the language model and the voice. */
@NullMarked
package dev.callsheet.avatar.outbound;

import org.jspecify.annotations.NullMarked;
