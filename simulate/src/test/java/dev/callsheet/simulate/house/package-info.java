@NullMarked
package dev.callsheet.simulate.house;

import org.jspecify.annotations.NullMarked;
