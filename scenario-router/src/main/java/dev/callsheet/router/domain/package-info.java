/** The decision: pure, total, no framework, no clock, no I/O. */
@NullMarked
package dev.callsheet.router.domain;

import org.jspecify.annotations.NullMarked;
