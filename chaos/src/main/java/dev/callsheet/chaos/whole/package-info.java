/** The whole house under load of every route and both doors, one fault after the other, and what each has cost. */
@NullMarked
package dev.callsheet.chaos.whole;

import org.jspecify.annotations.NullMarked;
