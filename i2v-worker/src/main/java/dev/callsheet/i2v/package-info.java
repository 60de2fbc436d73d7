/** The image-to-video worker. */
@NullMarked
package dev.callsheet.i2v;

import org.jspecify.annotations.NullMarked;
