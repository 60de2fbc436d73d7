/** What is kept of partners' endpoints and deliveries, and how they are sent. */
@NullMarked
package dev.callsheet.requestapi.outbound.webhook;

import org.jspecify.annotations.NullMarked;
