@NullMarked
package dev.callsheet.identity.evidence;

import org.jspecify.annotations.NullMarked;
