@NullMarked
package dev.callsheet.requestapi.outbound.webhook;

import org.jspecify.annotations.NullMarked;
