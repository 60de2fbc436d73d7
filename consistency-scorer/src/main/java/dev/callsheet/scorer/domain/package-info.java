/** What a measurement of identity is: geometry, distances, verdicts. No framework, no clock, no I/O. */
@NullMarked
package dev.callsheet.scorer.domain;

import org.jspecify.annotations.NullMarked;
