/** The programs that the services are held against, each in a process of its own. */
@NullMarked
package dev.callsheet.bench.peer;

import org.jspecify.annotations.NullMarked;
