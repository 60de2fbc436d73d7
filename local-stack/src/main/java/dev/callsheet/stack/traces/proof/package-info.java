/** Whether each request has one whole trace: many are put through a stack, and their traces held against their histories. */
@NullMarked
package dev.callsheet.stack.traces.proof;

import org.jspecify.annotations.NullMarked;
