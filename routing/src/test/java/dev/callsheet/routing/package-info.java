@NullMarked
package dev.callsheet.routing;

import org.jspecify.annotations.NullMarked;
