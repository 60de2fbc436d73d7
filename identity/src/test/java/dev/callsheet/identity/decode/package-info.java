@NullMarked
package dev.callsheet.identity.decode;

import org.jspecify.annotations.NullMarked;
