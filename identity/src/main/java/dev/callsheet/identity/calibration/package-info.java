/** Where the verdicts' lines are drawn, and from what. */
@NullMarked
package dev.callsheet.identity.calibration;

import org.jspecify.annotations.NullMarked;
