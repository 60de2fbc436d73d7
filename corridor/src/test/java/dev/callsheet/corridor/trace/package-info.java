@NullMarked
package dev.callsheet.corridor.trace;

import org.jspecify.annotations.NullMarked;
