@NullMarked
package dev.callsheet.stack.door;

import org.jspecify.annotations.NullMarked;
