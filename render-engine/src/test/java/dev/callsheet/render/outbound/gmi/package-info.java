@NullMarked
package dev.callsheet.render.outbound.gmi;

import org.jspecify.annotations.NullMarked;
