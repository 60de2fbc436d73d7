@NullMarked
package dev.callsheet.media.door;

import org.jspecify.annotations.NullMarked;
