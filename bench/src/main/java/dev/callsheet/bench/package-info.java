/** Benchmarks of the packaged services against what one would take instead, in one run on one machine. */
@NullMarked
package dev.callsheet.bench;

import org.jspecify.annotations.NullMarked;
