@NullMarked
package dev.callsheet.requestapi.domain.webhook;

import org.jspecify.annotations.NullMarked;
