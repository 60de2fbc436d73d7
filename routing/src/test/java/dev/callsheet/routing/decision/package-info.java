@NullMarked
package dev.callsheet.routing.decision;

import org.jspecify.annotations.NullMarked;
