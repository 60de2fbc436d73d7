/** Where the queue keeps jobs, uploads and artifacts. */
@NullMarked
package dev.callsheet.twin.queue.outbound;

import org.jspecify.annotations.NullMarked;
