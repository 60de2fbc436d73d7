@NullMarked
package dev.callsheet.r2v.outbound;

import org.jspecify.annotations.NullMarked;
