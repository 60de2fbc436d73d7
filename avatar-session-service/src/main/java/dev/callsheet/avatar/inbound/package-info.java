/** What drives us: the REST and WebSocket doors, the Kafka doors, and the clock. */
@NullMarked
package dev.callsheet.avatar.inbound;

import org.jspecify.annotations.NullMarked;
