/** What the provider would have charged for. */
@NullMarked
package dev.callsheet.twin.billing;

import org.jspecify.annotations.NullMarked;
