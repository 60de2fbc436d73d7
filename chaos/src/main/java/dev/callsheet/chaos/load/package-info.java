/** What tenants ask for, and the records that tell it. */
@NullMarked
package dev.callsheet.chaos.load;

import org.jspecify.annotations.NullMarked;
