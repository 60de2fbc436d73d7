/** What those who run the house do: look at money and takes, pause and resume, put dead letters back. */
@NullMarked
package dev.callsheet.stack.operators;

import org.jspecify.annotations.NullMarked;
