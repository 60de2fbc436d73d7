@NullMarked
package dev.callsheet.bench.peer;

import org.jspecify.annotations.NullMarked;
