@NullMarked
package dev.callsheet.scorer.outbound;

import org.jspecify.annotations.NullMarked;
