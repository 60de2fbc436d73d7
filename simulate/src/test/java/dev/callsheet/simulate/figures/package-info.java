@NullMarked
package dev.callsheet.simulate.figures;

import org.jspecify.annotations.NullMarked;
