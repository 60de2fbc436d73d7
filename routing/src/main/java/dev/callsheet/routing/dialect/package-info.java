/** Other people's ways to write a request down, mapped to ours by small files. */
@NullMarked
package dev.callsheet.routing.dialect;

import org.jspecify.annotations.NullMarked;
