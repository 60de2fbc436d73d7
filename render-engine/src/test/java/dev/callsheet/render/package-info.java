@NullMarked
package dev.callsheet.render;

import org.jspecify.annotations.NullMarked;
