@NullMarked
package dev.callsheet.avatar.outbound.silero;

import org.jspecify.annotations.NullMarked;
