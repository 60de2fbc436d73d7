/** The program behind {@code ./callsheet simulate}. */
@NullMarked
package dev.callsheet.simulate;

import org.jspecify.annotations.NullMarked;
