/** Where the time of each turn went: spans, histograms, and the promise that they are held against. */
@NullMarked
package dev.callsheet.avatar.live.recorder;

import org.jspecify.annotations.NullMarked;
