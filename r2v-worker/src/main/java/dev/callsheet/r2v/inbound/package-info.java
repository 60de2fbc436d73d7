/** What drives this worker beyond the engine's own doors: measured clips. */
@NullMarked
package dev.callsheet.r2v.inbound;

import org.jspecify.annotations.NullMarked;
