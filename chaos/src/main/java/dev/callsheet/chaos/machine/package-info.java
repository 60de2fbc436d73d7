/** The processes of a run, each of which may be struck and comes back. */
@NullMarked
package dev.callsheet.chaos.machine;

import org.jspecify.annotations.NullMarked;
