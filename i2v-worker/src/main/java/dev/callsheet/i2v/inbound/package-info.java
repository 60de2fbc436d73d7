/** What drives this worker beyond the engine: work that names a folder. */
@NullMarked
package dev.callsheet.i2v.inbound;

import org.jspecify.annotations.NullMarked;
