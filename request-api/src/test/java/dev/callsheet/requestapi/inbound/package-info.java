@NullMarked
package dev.callsheet.requestapi.inbound;

import org.jspecify.annotations.NullMarked;
