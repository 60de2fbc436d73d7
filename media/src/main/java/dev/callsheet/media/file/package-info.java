/** The files themselves, read by their own headers; nothing is decoded. */
@NullMarked
package dev.callsheet.media.file;

import org.jspecify.annotations.NullMarked;
