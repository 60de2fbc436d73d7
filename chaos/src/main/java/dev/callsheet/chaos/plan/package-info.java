/** What a run does, as a file: processes, load, faults, strikes. */
@NullMarked
package dev.callsheet.chaos.plan;

import org.jspecify.annotations.NullMarked;
