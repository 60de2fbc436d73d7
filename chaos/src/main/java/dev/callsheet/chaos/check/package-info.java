/** What must hold when a run is over; pure, over a snapshot. */
@NullMarked
package dev.callsheet.chaos.check;

import org.jspecify.annotations.NullMarked;
