/** The router against Kafka Streams and bare loops. */
@NullMarked
package dev.callsheet.bench.router;

import org.jspecify.annotations.NullMarked;
