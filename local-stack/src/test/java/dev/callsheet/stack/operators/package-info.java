@NullMarked
package dev.callsheet.stack.operators;

import org.jspecify.annotations.NullMarked;
