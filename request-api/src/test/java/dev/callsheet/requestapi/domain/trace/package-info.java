@NullMarked
package dev.callsheet.requestapi.domain.trace;

import org.jspecify.annotations.NullMarked;
