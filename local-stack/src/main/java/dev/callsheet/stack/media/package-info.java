/** Sample pictures for trying things out, cut at run time from photographs that the scorer's model packages carry. */
@NullMarked
package dev.callsheet.stack.media;

import org.jspecify.annotations.NullMarked;
