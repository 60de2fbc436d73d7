/** A clip as frames in time. */
@NullMarked
package dev.callsheet.identity.clip;

import org.jspecify.annotations.NullMarked;
