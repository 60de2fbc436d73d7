/** Keeps the programs of the stack running: starts them in order, notes their pids, ends them all. */
@NullMarked
package dev.callsheet.stack.supervisor;

import org.jspecify.annotations.NullMarked;
