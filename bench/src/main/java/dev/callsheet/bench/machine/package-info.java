/** What a run stands on: the broker, processes and their processor time. */
@NullMarked
package dev.callsheet.bench.machine;

import org.jspecify.annotations.NullMarked;
