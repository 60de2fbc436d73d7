/** Live sessions whose viewers and services are killed in every order: no meter may run on. */
@NullMarked
package dev.callsheet.chaos.live;

import org.jspecify.annotations.NullMarked;
