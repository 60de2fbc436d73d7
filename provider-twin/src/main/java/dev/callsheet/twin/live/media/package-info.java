/** What a viewer sees and hears: the drawn face, its voice, and their way out over WebRTC. */
@NullMarked
package dev.callsheet.twin.live.media;

import org.jspecify.annotations.NullMarked;
