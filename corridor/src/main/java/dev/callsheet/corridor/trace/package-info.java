/** One trace for each request: its ids, its names, and how it goes from record to record. */
@NullMarked
package dev.callsheet.corridor.trace;

import org.jspecify.annotations.NullMarked;
