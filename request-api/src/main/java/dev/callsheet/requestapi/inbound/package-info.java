/** What drives the front desk: REST, the two topics, keys and problems. */
@NullMarked
package dev.callsheet.requestapi.inbound;

import org.jspecify.annotations.NullMarked;
