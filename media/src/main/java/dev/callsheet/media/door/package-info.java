/** The one door through which the address of a user is read. */
@NullMarked
package dev.callsheet.media.door;

import org.jspecify.annotations.NullMarked;
