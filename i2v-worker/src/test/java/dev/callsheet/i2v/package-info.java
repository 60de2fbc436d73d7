@NullMarked
package dev.callsheet.i2v;

import org.jspecify.annotations.NullMarked;
