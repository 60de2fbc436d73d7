@NullMarked
package dev.callsheet.stack.plan;

import org.jspecify.annotations.NullMarked;
