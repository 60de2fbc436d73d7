@NullMarked
package dev.callsheet.routing.dialect;

import org.jspecify.annotations.NullMarked;
