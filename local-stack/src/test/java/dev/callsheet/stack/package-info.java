@NullMarked
package dev.callsheet.stack;

import org.jspecify.annotations.NullMarked;
