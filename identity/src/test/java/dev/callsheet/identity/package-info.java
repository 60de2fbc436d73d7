@NullMarked
package dev.callsheet.identity;

import org.jspecify.annotations.NullMarked;
