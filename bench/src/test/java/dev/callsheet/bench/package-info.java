@NullMarked
package dev.callsheet.bench;

import org.jspecify.annotations.NullMarked;
