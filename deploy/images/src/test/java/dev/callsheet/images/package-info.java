@NullMarked
package dev.callsheet.images;

import org.jspecify.annotations.NullMarked;
