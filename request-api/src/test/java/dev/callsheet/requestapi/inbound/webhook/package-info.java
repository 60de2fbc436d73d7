@NullMarked
package dev.callsheet.requestapi.inbound.webhook;

import org.jspecify.annotations.NullMarked;
