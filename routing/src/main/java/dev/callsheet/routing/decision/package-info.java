/** The decision: pure, total, no framework, no clock, no I/O. */
@NullMarked
package dev.callsheet.routing.decision;

import org.jspecify.annotations.NullMarked;
