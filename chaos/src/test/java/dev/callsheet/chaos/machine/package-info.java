@NullMarked
package dev.callsheet.chaos.machine;

import org.jspecify.annotations.NullMarked;
