/** What a service counts, for Prometheus to fetch. */
@NullMarked
package dev.callsheet.corridor.metrics;

import org.jspecify.annotations.NullMarked;
