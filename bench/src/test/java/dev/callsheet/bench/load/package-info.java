@NullMarked
package dev.callsheet.bench.load;

import org.jspecify.annotations.NullMarked;
