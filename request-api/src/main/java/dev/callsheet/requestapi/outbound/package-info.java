/** What the front desk keeps and links to: tables and stored objects. */
@NullMarked
package dev.callsheet.requestapi.outbound;

import org.jspecify.annotations.NullMarked;
