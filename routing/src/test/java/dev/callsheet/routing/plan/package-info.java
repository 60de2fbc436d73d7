@NullMarked
package dev.callsheet.routing.plan;

import org.jspecify.annotations.NullMarked;
