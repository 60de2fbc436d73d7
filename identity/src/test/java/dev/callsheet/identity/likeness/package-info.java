@NullMarked
package dev.callsheet.identity.likeness;

import org.jspecify.annotations.NullMarked;
