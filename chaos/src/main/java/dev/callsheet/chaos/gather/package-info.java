/** Reads the snapshot from topics, tables, the object store and the twin. */
@NullMarked
package dev.callsheet.chaos.gather;

import org.jspecify.annotations.NullMarked;
