@NullMarked
package dev.callsheet.scorer.inbound;

import org.jspecify.annotations.NullMarked;
