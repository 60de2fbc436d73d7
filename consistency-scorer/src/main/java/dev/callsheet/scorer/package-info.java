/** The consistency scorer: measures whether the characters of a clip are who their references show. */
@NullMarked
package dev.callsheet.scorer;

import org.jspecify.annotations.NullMarked;
