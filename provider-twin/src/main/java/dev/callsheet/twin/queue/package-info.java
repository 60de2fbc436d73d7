/** The media request queue: what stands between its doors and the renderer. */
@NullMarked
package dev.callsheet.twin.queue;

import org.jspecify.annotations.NullMarked;
