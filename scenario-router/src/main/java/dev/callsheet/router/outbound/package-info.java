/** What the router reads and drives: the policy file. */
@NullMarked
package dev.callsheet.router.outbound;

import org.jspecify.annotations.NullMarked;
