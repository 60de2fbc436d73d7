@NullMarked
package dev.callsheet.chaos.plan;

import org.jspecify.annotations.NullMarked;
