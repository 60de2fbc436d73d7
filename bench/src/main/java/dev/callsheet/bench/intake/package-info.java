/** The front desk against a bare producer and a plain endpoint. */
@NullMarked
package dev.callsheet.bench.intake;

import org.jspecify.annotations.NullMarked;
