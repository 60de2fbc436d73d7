/** The life of a take as values and pure functions: no clock, no table, no network. */
@NullMarked
package dev.callsheet.render.domain;

import org.jspecify.annotations.NullMarked;
