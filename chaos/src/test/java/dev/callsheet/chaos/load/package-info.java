@NullMarked
package dev.callsheet.chaos.load;

import org.jspecify.annotations.NullMarked;
