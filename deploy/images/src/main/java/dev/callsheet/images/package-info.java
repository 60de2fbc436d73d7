/** Container images of the packaged services and their bills of materials, without a container engine. */
@NullMarked
package dev.callsheet.images;

import org.jspecify.annotations.NullMarked;
