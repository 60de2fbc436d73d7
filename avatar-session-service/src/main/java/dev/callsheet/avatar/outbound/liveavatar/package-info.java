/** LiveAvatar sessions in LITE mode: we bring the voice, it brings the face. */
@NullMarked
package dev.callsheet.avatar.outbound.liveavatar;

import org.jspecify.annotations.NullMarked;
