@NullMarked
package dev.callsheet.i2v.domain;

import org.jspecify.annotations.NullMarked;
