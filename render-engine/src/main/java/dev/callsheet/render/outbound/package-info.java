/** What the engine drives: tables, the object store, the paid provider. */
@NullMarked
package dev.callsheet.render.outbound;

import org.jspecify.annotations.NullMarked;
