/** The policy file: read, checked as a whole, watched. */
@NullMarked
package dev.callsheet.routing.policy;

import org.jspecify.annotations.NullMarked;
