/** What drives the scorer: stored clips to be measured, from Kafka; and the platform, asking whether it is ready. */
@NullMarked
package dev.callsheet.scorer.inbound;

import org.jspecify.annotations.NullMarked;
