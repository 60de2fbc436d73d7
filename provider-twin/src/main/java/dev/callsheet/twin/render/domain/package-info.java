/** What to draw, decided without drawing it: camera moves, drift, sizes. */
@NullMarked
package dev.callsheet.twin.render.domain;

import org.jspecify.annotations.NullMarked;
