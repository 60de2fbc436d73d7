/** What a person sees of a request's trace. */
@NullMarked
package dev.callsheet.requestapi.domain.trace;

import org.jspecify.annotations.NullMarked;
