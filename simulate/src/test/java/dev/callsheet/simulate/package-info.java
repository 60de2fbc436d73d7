@NullMarked
package dev.callsheet.simulate;

import org.jspecify.annotations.NullMarked;
