/** ffmpeg as a jailed child process. */
@NullMarked
package dev.callsheet.decoder;

import org.jspecify.annotations.NullMarked;
