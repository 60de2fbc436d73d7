@NullMarked
package dev.callsheet.routing.policy;

import org.jspecify.annotations.NullMarked;
