/** The queue's HTTP doors, and the twin's own. */
@NullMarked
package dev.callsheet.twin.queue.inbound;

import org.jspecify.annotations.NullMarked;
