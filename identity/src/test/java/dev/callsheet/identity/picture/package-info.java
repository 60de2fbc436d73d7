@NullMarked
package dev.callsheet.identity.picture;

import org.jspecify.annotations.NullMarked;
