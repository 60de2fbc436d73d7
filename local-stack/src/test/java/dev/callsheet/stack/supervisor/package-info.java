@NullMarked
package dev.callsheet.stack.supervisor;

import org.jspecify.annotations.NullMarked;
