@NullMarked
package dev.callsheet.chaos.check;

import org.jspecify.annotations.NullMarked;
