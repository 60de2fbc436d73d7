/** The live conversation: what our code adds to a turn, beside a bare echo and the stages of its providers. */
@NullMarked
package dev.callsheet.bench.live;

import org.jspecify.annotations.NullMarked;
