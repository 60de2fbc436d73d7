@NullMarked
package dev.callsheet.stack.traces.proof;

import org.jspecify.annotations.NullMarked;
