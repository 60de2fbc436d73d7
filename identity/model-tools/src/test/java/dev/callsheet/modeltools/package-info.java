@NullMarked
package dev.callsheet.modeltools;

import org.jspecify.annotations.NullMarked;
