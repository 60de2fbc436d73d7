/** Drawing: inputs fetched, layers painted, the ffmpeg program driven. */
@NullMarked
package dev.callsheet.twin.render.outbound;

import org.jspecify.annotations.NullMarked;
