@NullMarked
package dev.callsheet.router.inbound;

import org.jspecify.annotations.NullMarked;
