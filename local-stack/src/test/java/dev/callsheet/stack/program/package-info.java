@NullMarked
package dev.callsheet.stack.program;

import org.jspecify.annotations.NullMarked;
