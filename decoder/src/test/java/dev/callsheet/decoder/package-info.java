@NullMarked
package dev.callsheet.decoder;

import org.jspecify.annotations.NullMarked;
