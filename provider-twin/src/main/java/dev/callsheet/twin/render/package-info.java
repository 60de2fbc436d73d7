/** Turns a render order into a real video file. */
@NullMarked
package dev.callsheet.twin.render;

import org.jspecify.annotations.NullMarked;
