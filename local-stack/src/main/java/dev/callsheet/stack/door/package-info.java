/** The doors of the house from outside, as a partner uses them: REST, Kafka, the live session's WebSocket. */
@NullMarked
package dev.callsheet.stack.door;

import org.jspecify.annotations.NullMarked;
