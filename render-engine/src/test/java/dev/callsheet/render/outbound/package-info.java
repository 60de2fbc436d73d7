@NullMarked
package dev.callsheet.render.outbound;

import org.jspecify.annotations.NullMarked;
