@NullMarked
package dev.callsheet.bench.report;

import org.jspecify.annotations.NullMarked;
