@NullMarked
package dev.callsheet.requestapi;

import org.jspecify.annotations.NullMarked;
