@NullMarked
package dev.callsheet.requestapi.outbound;

import org.jspecify.annotations.NullMarked;
