/** What is told to those who scrape. */
@NullMarked
package dev.callsheet.corridor.metrics;

import org.jspecify.annotations.NullMarked;
