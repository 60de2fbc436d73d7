/** The dry run on the command line: files in, decisions out; no stack is needed. */
@NullMarked
package dev.callsheet.stack.plan;

import org.jspecify.annotations.NullMarked;
