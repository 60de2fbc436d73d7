/** Requests and the ways to send them. */
@NullMarked
package dev.callsheet.bench.load;

import org.jspecify.annotations.NullMarked;
