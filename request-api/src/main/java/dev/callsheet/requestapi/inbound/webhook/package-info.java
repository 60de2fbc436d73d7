/** What drives webhooks: their REST doors, and the loop that sends. */
@NullMarked
package dev.callsheet.requestapi.inbound.webhook;

import org.jspecify.annotations.NullMarked;
