@NullMarked
package dev.callsheet.router;

import org.jspecify.annotations.NullMarked;
