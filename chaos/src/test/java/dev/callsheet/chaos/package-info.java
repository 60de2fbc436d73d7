@NullMarked
package dev.callsheet.chaos;

import org.jspecify.annotations.NullMarked;
