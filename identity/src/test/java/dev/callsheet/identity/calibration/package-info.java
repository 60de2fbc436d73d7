@NullMarked
package dev.callsheet.identity.calibration;

import org.jspecify.annotations.NullMarked;
