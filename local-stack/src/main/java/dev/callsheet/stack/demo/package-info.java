/** The demonstration: all three scenarios through both doors, checked to the last cent. */
@NullMarked
package dev.callsheet.stack.demo;

import org.jspecify.annotations.NullMarked;
