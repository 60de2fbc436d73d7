/** API keys: who calls, what the key may do, and how much. */
@NullMarked
package dev.callsheet.corridor.keys;

import org.jspecify.annotations.NullMarked;
