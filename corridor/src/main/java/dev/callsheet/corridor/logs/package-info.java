/** What may stand in a log line, and what it is about. */
@NullMarked
package dev.callsheet.corridor.logs;

import org.jspecify.annotations.NullMarked;
