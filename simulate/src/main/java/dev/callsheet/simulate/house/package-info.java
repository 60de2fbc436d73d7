/** The house in virtual time: lines, servers, slots. */
@NullMarked
package dev.callsheet.simulate.house;

import org.jspecify.annotations.NullMarked;
