/** What is sent to partners' endpoints, how it is signed, and what an answer means for the next attempt. Pure. */
@NullMarked
package dev.callsheet.requestapi.domain.webhook;

import org.jspecify.annotations.NullMarked;
