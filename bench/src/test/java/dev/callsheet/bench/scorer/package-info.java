@NullMarked
package dev.callsheet.bench.scorer;

import org.jspecify.annotations.NullMarked;
