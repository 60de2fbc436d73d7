/** What every service does at its Kafka doors: publish with an ack, read or put aside, outbox, one trace. */
@NullMarked
package dev.callsheet.corridor;

import org.jspecify.annotations.NullMarked;
