@NullMarked
package dev.callsheet.chaos.gather;

import org.jspecify.annotations.NullMarked;
