/** Measuring and calibrating from the command line, without a service. */
@NullMarked
package dev.callsheet.identity.program;

import org.jspecify.annotations.NullMarked;
