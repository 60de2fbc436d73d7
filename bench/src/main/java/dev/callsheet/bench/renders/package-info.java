/** The render engine: its steps, what it holds, how it asks, and what a death costs. */
@NullMarked
package dev.callsheet.bench.renders;

import org.jspecify.annotations.NullMarked;
