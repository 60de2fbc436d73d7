/** The dry run: what many requests would become, cost and take, without one of them being sent. */
@NullMarked
package dev.callsheet.routing.plan;

import org.jspecify.annotations.NullMarked;
