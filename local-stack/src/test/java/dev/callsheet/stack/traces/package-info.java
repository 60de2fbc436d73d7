@NullMarked
package dev.callsheet.stack.traces;

import org.jspecify.annotations.NullMarked;
