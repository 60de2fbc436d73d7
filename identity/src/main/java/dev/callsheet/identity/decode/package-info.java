/** Clips and pictures from files of unknown origin. */
@NullMarked
package dev.callsheet.identity.decode;

import org.jspecify.annotations.NullMarked;
