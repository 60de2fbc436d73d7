/** Who judges the words of strangers before they are taken up. */
@NullMarked
package dev.callsheet.avatar.outbound.moderation;

import org.jspecify.annotations.NullMarked;
