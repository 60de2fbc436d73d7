/** Tests of the whole measurement, with the real models and real video files. */
@NullMarked
package dev.callsheet.scorer;

import org.jspecify.annotations.NullMarked;
