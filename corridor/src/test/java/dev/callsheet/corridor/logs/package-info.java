/** What may stand in a log line. */
@NullMarked
package dev.callsheet.corridor.logs;

import org.jspecify.annotations.NullMarked;
