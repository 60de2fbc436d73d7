@NullMarked
package dev.callsheet.render.domain;

import org.jspecify.annotations.NullMarked;
