@NullMarked
package dev.callsheet.avatar.outbound.openai;

import org.jspecify.annotations.NullMarked;
