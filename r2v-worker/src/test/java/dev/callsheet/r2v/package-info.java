@NullMarked
package dev.callsheet.r2v;

import org.jspecify.annotations.NullMarked;
