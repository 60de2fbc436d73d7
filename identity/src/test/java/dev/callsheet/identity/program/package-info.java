@NullMarked
package dev.callsheet.identity.program;

import org.jspecify.annotations.NullMarked;
