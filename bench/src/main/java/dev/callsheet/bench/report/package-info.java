/** Figures with their spread, ratios, and how both are told. */
@NullMarked
package dev.callsheet.bench.report;

import org.jspecify.annotations.NullMarked;
