/** The packaged services under kills, pauses and lies, and what is left of the money afterwards. */
@NullMarked
package dev.callsheet.chaos;

import org.jspecify.annotations.NullMarked;
