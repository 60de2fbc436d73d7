@NullMarked
package dev.callsheet.identity.voice;

import org.jspecify.annotations.NullMarked;
