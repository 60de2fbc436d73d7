/** Measures identity: whether the characters of a clip are who their references show. */
@NullMarked
package dev.callsheet.identity;

import org.jspecify.annotations.NullMarked;
