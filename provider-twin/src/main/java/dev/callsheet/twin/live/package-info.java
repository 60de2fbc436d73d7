/** The live avatar product, LITE and FULL: sessions with a meter, who speaks to them, and the stage on which the avatar is. */
@NullMarked
package dev.callsheet.twin.live;

import org.jspecify.annotations.NullMarked;
