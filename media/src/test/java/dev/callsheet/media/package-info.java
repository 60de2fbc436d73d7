@NullMarked
package dev.callsheet.media;

import org.jspecify.annotations.NullMarked;
