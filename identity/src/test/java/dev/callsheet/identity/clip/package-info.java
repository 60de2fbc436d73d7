@NullMarked
package dev.callsheet.identity.clip;

import org.jspecify.annotations.NullMarked;
