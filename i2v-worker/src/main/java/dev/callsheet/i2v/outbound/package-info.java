/** What this worker reads beyond the engine: folders in the object store. */
@NullMarked
package dev.callsheet.i2v.outbound;

import org.jspecify.annotations.NullMarked;
