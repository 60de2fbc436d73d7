@NullMarked
package dev.callsheet.requestapi.outbound.trace;

import org.jspecify.annotations.NullMarked;
