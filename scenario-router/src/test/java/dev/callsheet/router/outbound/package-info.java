@NullMarked
package dev.callsheet.router.outbound;

import org.jspecify.annotations.NullMarked;
