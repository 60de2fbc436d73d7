@NullMarked
package dev.callsheet.chaos.live;

import org.jspecify.annotations.NullMarked;
