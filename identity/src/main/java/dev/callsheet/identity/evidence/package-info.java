/** What a person can look at, made from a measurement. */
@NullMarked
package dev.callsheet.identity.evidence;

import org.jspecify.annotations.NullMarked;
