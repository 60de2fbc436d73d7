/** What a run is judged by, and what queueing theory says of it. */
@NullMarked
package dev.callsheet.simulate.figures;

import org.jspecify.annotations.NullMarked;
